package io.cairn.bench.ours;

import org.springframework.context.SmartLifecycle;

/** Notes the time right before the projections start. */
final class BeganAt implements SmartLifecycle {
    private volatile long nanos;
    private volatile boolean running;

    long nanos() {
        return nanos;
    }

    @Override
    public void start() {
        nanos = System.nanoTime();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the projections, whose phase is 0. */
    @Override
    public int getPhase() {
        return -1;
    }
}
