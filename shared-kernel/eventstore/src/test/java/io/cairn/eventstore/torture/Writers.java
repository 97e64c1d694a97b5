package io.cairn.eventstore.torture;

import io.cairn.eventstore.torture.Journal.Entry;
import io.cairn.eventstore.torture.Journal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Processes that append to one store, each with a journal of what it was told. */
final class Writers implements AutoCloseable {
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final String url;
    private final Path directory;
    private final List<Path> journals = new ArrayList<>();
    private final List<Process> running = new ArrayList<>();
    private final Acknowledged acknowledged = new Acknowledged();

    Writers(String url, Path directory) {
        this.url = url;
        this.directory = directory;
    }

    void start(String behaviour) throws IOException {
        var journal = directory.resolve("journal-" + journals.size());
        var command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                WriterProcess.class.getName(),
                url,
                journal.toString(),
                String.valueOf(journals.size()),
                behaviour);
        Files.createFile(journal);
        journals.add(journal);
        running.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        directory.resolve("writer-" + journals.size() + ".log").toFile())
                .start());
    }

    /** One of them, and another takes its place. */
    void killOne(Random random) throws IOException, InterruptedException {
        running.remove(random.nextInt(running.size())).destroyForcibly().waitFor();
        start("honest");
    }

    /** So many more than there are now. */
    void awaitAcknowledged(long more) throws IOException, InterruptedException {
        var goal = acknowledged() + more;
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        while (acknowledged() < goal) {
            if (System.nanoTime() > deadline) throw new AssertionError("the writers stand still; see " + logs());
            Thread.sleep(20); // a look at a file, not a wait for luck
        }
    }

    private long acknowledged() throws IOException {
        return acknowledged.in(journals);
    }

    private String logs() throws IOException {
        var text = new StringBuilder();
        for (var i = 1; i <= journals.size(); i++) {
            var log = Files.readString(directory.resolve("writer-" + i + ".log"));
            text.append(log, Math.max(0, log.length() - 2_000), log.length());
        }
        return text.toString();
    }

    /** Ends them, and tells what they were told. */
    List<Entry> stop() throws IOException, InterruptedException {
        close();
        var entries = new ArrayList<Entry>();
        for (var journal : journals) entries.addAll(Journal.read(journal));
        return entries;
    }

    static long count(List<Entry> entries, Outcome outcome) {
        return entries.stream().filter(entry -> entry.outcome() == outcome).count();
    }

    @Override
    public void close() throws InterruptedException {
        for (var writer : running) writer.destroyForcibly().waitFor();
        running.clear();
    }
}
