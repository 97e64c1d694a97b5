package io.cairn.eventstore.torture;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many commands were acknowledged by journals that grow; what was read once is not read again. */
final class Acknowledged {
    private final Map<Path, Long> read = new HashMap<>();
    private long count;

    long in(List<Path> journals) throws IOException {
        for (var journal : journals) read.merge(journal, readOn(journal, read.getOrDefault(journal, 0L)), Long::sum);
        return count;
    }

    /** How many bytes of whole lines there were from {@code offset} on. */
    private long readOn(Path journal, long offset) throws IOException {
        try (var file = FileChannel.open(journal).position(offset)) {
            var text = new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.US_ASCII);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            count += whole.lines().filter(line -> line.startsWith("ack ")).count();
            return whole.length();
        }
    }
}
