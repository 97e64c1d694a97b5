package io.cairn.standalone.overload;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends requests over many connections from one thread: each when it is due, whether or not those before are answered (open), or
 * each when the one before is answered (closed). It runs beside the service and costs little: requests are bytes from the
 * beginning, and of answers only the head is looked at.
 */
public final class Flood implements AutoCloseable {
    /** So many a second for so long. */
    public record Phase(double perSecond, Duration time) {}

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Ask> asks;
    private final Selector selector = Selector.open();
    private final List<Line> lines = new ArrayList<>();
    private final ArrayDeque<Line> idle = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private long sent;
    private long cpu;

    /** @param connections which answers to be waited for may take at most */
    public Flood(int port, List<Ask> asks, int connections) throws IOException {
        this.asks = List.copyOf(asks);
        for (var i = 0; i < connections; i++) lines.add(new Line(port, selector, asks.getFirst()));
        idle.addAll(lines);
    }

    /** Of the last run, in seconds of one processor. */
    public double cpu() {
        return cpu / 1e9;
    }

    /** As many at a time, for that long. */
    public Tally closed(int atATime, Duration time) throws IOException {
        var before = cpuTime();
        var tally = new Tally(time);
        var began = System.nanoTime();
        var end = began + time.toNanos();
        for (var i = 0; i < atATime; i++) send(idle.remove(), System.nanoTime(), 0);
        while (System.nanoTime() < end) {
            answers(10, List.of(tally), List.of(began), end);
            var free = atATime - (lines.size() - idle.size());
            for (; free > 0; free--) send(idle.remove(), System.nanoTime(), 0);
        }
        rest(List.of(new Tally(time)), List.of(began));
        cpu = cpuTime() - before;
        return tally;
    }

    /** One phase after the other without a pause. */
    public List<Tally> open(List<Phase> phases) throws IOException {
        var before = cpuTime();
        var tallies = phases.stream().map(phase -> new Tally(phase.time())).toList();
        var begins = new ArrayList<Long>();
        var begin = System.nanoTime();
        for (var phase : phases) {
            begins.add(begin);
            begin += phase.time().toNanos();
        }
        for (var n = 0; n < phases.size(); n++) {
            var phase = phases.get(n);
            var total = (long) (phase.perSecond() * phase.time().toNanos() / 1e9);
            for (var i = 0L; i < total; ) {
                var now = System.nanoTime();
                for (long dueAt;
                        i < total && (dueAt = begins.get(n) + (long) (i * 1e9 / phase.perSecond())) <= now;
                        i++) {
                    var line = idle.poll();
                    if (line == null) tallies.get(n).unanswered(dueAt - begins.get(n));
                    else send(line, dueAt, n);
                }
                answers(1, tallies, begins, Long.MAX_VALUE);
            }
        }
        rest(tallies, begins);
        cpu = cpuTime() - before;
        return tallies;
    }

    private void send(Line line, long dueAt, int phase) throws IOException {
        line.asked = asks.get((int) (sent % asks.size()));
        line.dueAt = dueAt;
        line.phase = phase;
        line.send(line.asked.numbered(sent++));
    }

    /** Waits for answers, so many milliseconds at most; one that comes after the end counts no more. */
    private void answers(int millis, List<Tally> tallies, List<Long> begins, long end) throws IOException {
        selector.select(
                key -> {
                    if (key.attachment() instanceof Line line) answer(line, tallies, begins, end);
                },
                millis);
    }

    private void answer(Line line, List<Tally> tallies, List<Long> begins, long end) {
        var tally = tallies.get(line.phase);
        var at = line.dueAt - begins.get(line.phase);
        try {
            var answer = line.read(buffer);
            if (answer == null) return;
            var now = System.nanoTime();
            if (now < end) tally.note(line.asked, answer, at, now - line.dueAt);
        } catch (IOException e) {
            close(line);
            if (!line.busy) return; // it was kept long enough
            tally.unanswered(at);
        }
        line.busy = false;
        idle.add(line);
    }

    private static void close(Line line) {
        try {
            line.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What is not answered by then never is. */
    private void rest(List<Tally> tallies, List<Long> begins) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (idle.size() < lines.size() && System.nanoTime() < end) answers(10, tallies, begins, Long.MAX_VALUE);
        for (var line : lines)
            if (line.busy) {
                tallies.get(line.phase).unanswered(line.dueAt - begins.get(line.phase));
                line.busy = false;
                line.close();
            }
        idle.clear();
        idle.addAll(lines);
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public void close() throws IOException {
        for (var line : lines) line.close();
        selector.close();
    }
}
