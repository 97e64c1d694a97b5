package io.cairn.assessment.imports;

import io.cairn.platform.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Few imports at a time, in the order in which they came. */
public final class Turns {
    private final Semaphore free;
    private final Duration wait;

    public Turns(int atOnce, Duration wait) {
        this.free = new Semaphore(atOnce, true);
        this.wait = wait;
    }

    public interface Work<T, X extends Exception> {
        T run() throws X;
    }

    public <T, X extends Exception> T take(Work<T, X> work) throws X {
        if (!isMyTurn())
            throw Problem.of(503, "imports-busy", "Other files are being taken in.")
                    .header("Retry-After", "30")
                    .exception();
        try {
            return work.run();
        } finally {
            free.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
