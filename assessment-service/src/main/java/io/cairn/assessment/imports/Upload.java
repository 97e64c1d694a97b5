package io.cairn.assessment.imports;

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
    private final Uploads.Share share;

    private Upload(FileChannel channel, Uploads.Share share) {
        this.channel = channel;
        this.share = share;
    }

    /** @param share is asked for the room before it is taken */
    static Upload receive(InputStream body, Uploads.Share share) throws IOException {
        var path = Files.createTempFile("cairn-import", null);
        var channel = FileChannel.open(
                path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        try {
            var out = Channels.newOutputStream(channel);
            copy(body, out, share);
            channel.position(0);
            return new Upload(channel, share);
        } catch (IOException | RuntimeException e) {
            new Upload(channel, share).close();
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
        try (channel) {
            share.giveBack();
        }
    }

    private static void copy(InputStream in, OutputStream out, Uploads.Share share) throws IOException {
        var chunk = new byte[CHUNK];
        for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            share.take(read);
            out.write(chunk, 0, read);
        }
    }
}
