package io.cairn.eventstore.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a writer was told, line by line, as the operating system keeps it when the writer is killed: what a command is
 * about to append, and then what came of it. A command without an outcome is one nobody knows about.
 */
final class Journal implements AutoCloseable {
    enum Outcome {
        ACKNOWLEDGED,
        REFUSED,
        UNKNOWN
    }

    /**
     * One command.
     *
     * @param position that it was told, 0 when it was told none
     */
    record Entry(UUID stream, long version, List<UUID> events, Outcome outcome, long position) {}

    private final FileChannel file;

    Journal(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void trying(UUID command, UUID stream, long version, List<UUID> events) {
        var ids = new StringBuilder();
        for (var event : events) ids.append(' ').append(event);
        line("try " + command + " " + stream + " " + version + ids);
    }

    void acknowledged(UUID command, long position) {
        line("ack " + command + " " + position);
    }

    void refused(UUID command) {
        line("no " + command);
    }

    /** One write of one line: a killed process leaves whole lines, and at most the last one torn. */
    private void line(String line) {
        try {
            file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Entry> read(Path path) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        var text = Files.readString(path);
        for (var line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            var words = line.split(" ");
            switch (words[0]) {
                case "try" -> entries.put(words[1], tried(words));
                case "ack" ->
                    entries.computeIfPresent(
                            words[1], (id, entry) -> with(entry, Outcome.ACKNOWLEDGED, Long.parseLong(words[2])));
                case "no" -> entries.computeIfPresent(words[1], (id, entry) -> with(entry, Outcome.REFUSED, 0));
                default -> throw new IllegalStateException("a journal does not say " + line);
            }
        }
        return List.copyOf(entries.values());
    }

    private static Entry tried(String[] words) {
        var events = new ArrayList<UUID>();
        for (var i = 4; i < words.length; i++) events.add(UUID.fromString(words[i]));
        return new Entry(UUID.fromString(words[2]), Long.parseLong(words[3]), events, Outcome.UNKNOWN, 0);
    }

    private static Entry with(Entry entry, Outcome outcome, long position) {
        return new Entry(entry.stream(), entry.version(), entry.events(), outcome, position);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
