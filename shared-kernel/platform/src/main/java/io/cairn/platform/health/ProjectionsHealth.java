package io.cairn.platform.health;

import io.cairn.eventstore.projection.ProjectionStatus;
import io.cairn.eventstore.projection.Projections;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * A view or policy that stands still gives wrong answers without a word, so the process says it is not ready; and it is
 * not ready before it has seen what was in the store when it started. Events set aside are shown and hinder nothing.
 */
final class ProjectionsHealth extends AbstractHealthIndicator {
    private final Projections projections;

    ProjectionsHealth(Projections projections) {
        this.projections = projections;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        if (!projections.awaitCaughtUp(Duration.ZERO)) health.outOfService();
        for (var status : projections.status()) {
            if (status.failure() != null) health.down();
            health.withDetail(status.name(), details(status));
        }
    }

    private static Map<String, Object> details(ProjectionStatus status) {
        var details = new LinkedHashMap<String, Object>();
        details.put("position", status.position());
        details.put("head", status.head());
        if (status.deadLetters() > 0) details.put("deadLetters", status.deadLetters());
        if (status.failure() != null) details.put("failure", status.failure());
        return details;
    }
}
