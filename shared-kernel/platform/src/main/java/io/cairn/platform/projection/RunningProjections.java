package io.cairn.platform.projection;

import io.cairn.eventstore.projection.Projections;
import org.springframework.context.SmartLifecycle;

/** Starts the projections before the web server takes requests, and stops them after it has answered the last. */
final class RunningProjections implements SmartLifecycle {
    private final Projections projections;
    private volatile boolean running;

    RunningProjections(Projections projections) {
        this.projections = projections;
    }

    @Override
    public void start() {
        projections.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        projections.close();
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
