package io.cairn.reporting.proof;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.Farewell;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The thread of this node that lets trees grow, signs heads when they are due, and erases who is closed for long enough. */
final class GrowingTrees implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(GrowingTrees.class);
    private static final long LOOK_MS = 500;

    /** How long events may gather while nobody waits for a tree: many at once cost little more than one. */
    private static final long GATHER_MS = 100;

    private final Trees trees;
    private final Closings closings;
    private final Semaphore call = new Semaphore(0);
    private final Semaphore urgent = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;
    private final long lookForClosed;
    private long looked;

    GrowingTrees(Trees trees, Closings closings, AppendSignal signal, Duration lookForClosed) {
        this.trees = trees;
        this.closings = closings;
        this.lookForClosed = lookForClosed.toNanos();
        this.looked = System.nanoTime() - this.lookForClosed;
        signal.subscribe(position -> ring(call));
    }

    /** Somebody waits. */
    void hurry() {
        ring(urgent);
        ring(call);
    }

    private static void ring(Semaphore bell) {
        if (bell.availablePermits() == 0) bell.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("trees").daemon().start(this::run);
    }

    private void run() {
        while (running) {
            try {
                work();
            } catch (RuntimeException e) {
                LOG.warn("the trees stand still: {}", e.getMessage(), e);
            }
            try {
                heard(urgent, GATHER_MS);
                heard(call, LOOK_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void heard(Semaphore bell, long millis) throws InterruptedException {
        if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) bell.drainPermits();
    }

    private void work() {
        var more = true;
        while (running && more) more = trees.grow();
        more = true;
        while (running && more) more = trees.sign();
        if (!running || System.nanoTime() - looked < lookForClosed) return;
        looked = System.nanoTime();
        closings.eraseThoseDue();
    }

    @Override
    public synchronized void stop() {
        running = false;
        hurry();
        if (thread != null) Farewell.to(List.of(thread), Duration.ofSeconds(3));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
