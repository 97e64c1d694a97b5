package io.cairn.bench.axon;

import java.time.Duration;

/** How many events were committed, and when the last of them were. */
final class Progress {
    private long events;
    private long at;
    private boolean begun;

    synchronized void committed(int number) {
        events += number;
        at = System.nanoTime();
        begun = true;
        notifyAll();
    }

    /** Events per second between the first commit and the last one within that time. */
    synchronized double over(Duration time) throws InterruptedException {
        var patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!begun) {
            if (System.nanoTime() > patience) throw new IllegalStateException("no event was handled");
            wait(100);
        }
        var before = events;
        var from = at;
        var until = from + time.toNanos();
        // a batch at least, however long it takes
        while (System.nanoTime() < until || events == before) {
            if (System.nanoTime() > patience) throw new IllegalStateException("the processor stands still");
            wait(10);
        }
        return (events - before) / ((at - from) / 1e9);
    }
}
