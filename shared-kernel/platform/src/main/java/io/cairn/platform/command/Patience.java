package io.cairn.platform.command;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** For how long one command is tried again. Pauses grow and are random, so that those who met once do not meet again. */
final class Patience {
    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int DOUBLINGS = 6;

    private final long end;
    private int lost;

    Patience(Duration limit) {
        end = System.nanoTime() + limit.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** Waits a little; false when it is over, or somebody wants the thread to end. */
    boolean waits() {
        var longest = FIRST << Math.min(lost++, DOUBLINGS);
        var pause = Math.min(ThreadLocalRandom.current().nextLong(longest), end - System.nanoTime());
        if (pause <= 0 && isOver()) return false;
        try {
            TimeUnit.NANOSECONDS.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
