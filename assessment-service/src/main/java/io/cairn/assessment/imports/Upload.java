package io.cairn.assessment.imports;

import io.cairn.platform.problem.BodyTooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file that has arrived whole, on disk under no name: a slow or broken client keeps no turn, connection or lock,
 * and however the process ends nothing of it is left.
 */
final class Upload implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final FileChannel channel;

    private Upload(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws BodyTooLarge when it has more bytes than may be */
    static Upload receive(InputStream body, long mostBytes) throws IOException {
        var path = Files.createTempFile("cairn-import", null);
        var channel = FileChannel.open(
                path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        try {
            var out = Channels.newOutputStream(channel);
            copy(body, out, mostBytes);
            channel.position(0);
            return new Upload(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** For who needs to read here and there. */
    SeekableByteChannel channel() {
        return channel;
    }

    InputStream content() {
        return Channels.newInputStream(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void copy(InputStream in, OutputStream out, long mostBytes) throws IOException {
        var chunk = new byte[CHUNK];
        var left = mostBytes;
        for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            left -= read;
            if (left < 0) throw new BodyTooLarge();
            out.write(chunk, 0, read);
        }
    }
}
