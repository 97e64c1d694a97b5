package io.cairn.eventstore.torture;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.PostgresEventSource;
import io.cairn.eventstore.json.EventJson;
import io.cairn.eventstore.projection.PostgresProjections;
import io.cairn.eventstore.projection.Projections;
import io.cairn.eventstore.projection.SeenView;
import io.cairn.eventstore.projection.ViewRegistration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A node that keeps a view of all events, and hears of them through the database only. */
final class SeenNode {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private SeenNode() {}

    static Projections start(String url) {
        var projector = Server.pool(url, "projector");
        var projections = new PostgresProjections(
                projector,
                new PostgresEventSource(projector, EventJson.standard()),
                new AppendSignal(),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                List.of(new ViewRegistration("sample", new SeenView())),
                List.of());
        projections.start();
        return projections;
    }

    /** How many rows of the view are not what all events make them, byte for byte, once it has seen them all. */
    static long differentAfterRebuild(String url) throws Exception {
        try (var node = start(url)) {
            if (!node.awaitCaughtUp(PATIENCE)) throw new AssertionError("the view is behind: " + node.status());
            var rebuild = node.rebuild("seen-v1").get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (rebuild.different() == null) throw new AssertionError("no rebuild: " + rebuild);
            return rebuild.different();
        }
    }
}
