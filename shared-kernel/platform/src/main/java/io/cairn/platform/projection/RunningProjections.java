package io.cairn.platform.projection;

import io.cairn.eventstore.projection.Projections;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the projections before the web server takes requests, and stops them after it has answered the last. What can be
 * caught up on in a moment is caught up on before the first request; a longer way is up to readiness.
 */
final class RunningProjections implements SmartLifecycle {
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Projections projections;
    private volatile boolean running;

    RunningProjections(Projections projections) {
        this.projections = projections;
    }

    @Override
    public void start() {
        projections.start();
        projections.awaitCaughtUp(A_MOMENT);
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
