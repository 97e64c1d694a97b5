package io.cairn.platform.health;

import io.cairn.eventstore.projection.Projections;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** A view or policy that stands still gives wrong answers without a word; so the process says it is not ready. */
final class ProjectionsHealth extends AbstractHealthIndicator {
    private final Projections projections;

    ProjectionsHealth(Projections projections) {
        this.projections = projections;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (var status : projections.status()) {
            var failure = status.failure();
            if (failure != null) health.down();
            health.withDetail(
                    status.name(),
                    failure != null
                            ? Map.of("position", status.position(), "head", status.head(), "failure", failure)
                            : Map.of("position", status.position(), "head", status.head()));
        }
    }
}
