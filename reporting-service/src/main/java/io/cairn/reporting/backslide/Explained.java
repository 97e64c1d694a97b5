package io.cairn.reporting.backslide;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.Comparison;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.maturity.backslide.Course;
import io.cairn.maturity.backslide.Side;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.point.StagePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the answers of two assessments say about the difference between them. */
record Explained(Map<UUID, List<AssessmentEvent>> streams, WholeModels models, TenantCalendar calendar) {

    /** In one query for all falls. */
    static Explained of(
            JdbcClient jdbc,
            TenantId tenant,
            Scope scope,
            List<Fall> falls,
            WholeModels models,
            RecordedEvents events) {
        var ids = falls.stream()
                .flatMap(it -> Stream.of(it.from().assessment(), it.to().assessment()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var streams = new HashMap<UUID, List<AssessmentEvent>>();
        for (StoredEvent stored : events.of(jdbc, tenant, ids, scope.at()))
            if (stored.event() instanceof AssessmentEvent it)
                streams.computeIfAbsent(stored.stream().value(), id -> new ArrayList<>())
                        .add(it);
        return new Explained(streams, models, TenantCalendar.of(jdbc, tenant));
    }

    /** @param recorded what the finalization itself said about a change of version, if it did */
    record Both(Course course, @Nullable Comparison recorded) {}

    /** Empty where one of the two was never finalized, or its model is not known. */
    Optional<Both> of(Fall fall) {
        var from = finalized(fall.from());
        var to = finalized(fall.to());
        if (from == null || to == null) return Optional.empty();
        var before = side(from);
        var after = side(to);
        if (before == null || after == null) return Optional.empty();
        var comparison = to.event().comparison();
        var recorded =
                comparison != null && comparison.assessment().equals(fall.from().assessment()) ? comparison : null;
        return Optional.of(new Both(Course.between(before, after, models::find), recorded));
    }

    private Answered.@Nullable Finalized finalized(StagePoint point) {
        var id = point.assessment();
        var events = id == null ? null : streams.get(id);
        return events == null ? null : Answered.last(events);
    }

    private @Nullable Side side(Answered.Finalized it) {
        ModelRef ref = it.event().model();
        Period period = it.event().period();
        return models.find(ref)
                .map(model ->
                        new Side(model, it.answers(), calendar.days(period).to()))
                .orElse(null);
    }
}
