package io.cairn.assessment.roadmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ActionStatus;
import io.cairn.language.ActorId;
import io.cairn.language.Aim;
import io.cairn.language.FreeText;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action as the API shows it.
 *
 * @param lastDay of the due period under the tenant's calendar, inclusive
 * @param overdue past that day and neither done nor dropped
 * @param questions that it should move, with the answers wanted
 * @param priority impact × ease
 * @param modelVersion whose questions are named
 * @param reason of the last step
 * @param endedAt when it was done or dropped
 * @param version of the roadmap, for {@code If-Match}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionBody(
        UUID id,
        FreeText title,
        @Nullable ActorId owner,
        Period due,
        LocalDate lastDay,
        boolean overdue,
        List<Aim> questions,
        @Nullable Integer impact,
        @Nullable Integer ease,
        @Nullable Integer priority,
        ModelVersion modelVersion,
        ActionStatus status,
        @Nullable FreeText reason,
        Instant plannedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long version) {
    static ActionBody of(Course course, LocalDate lastDay, LocalDate today, long version) {
        var action = course.action();
        var plan = action.plan();
        return new ActionBody(
                action.id(),
                plan.title(),
                plan.owner(),
                plan.due(),
                lastDay,
                !action.status().isOver() && today.isAfter(lastDay),
                plan.aims(),
                plan.impact(),
                plan.ease(),
                plan.priority(),
                action.model().version(),
                action.status(),
                course.reason(),
                course.planned().recordedAt(),
                course.started().map(StoredEvent::recordedAt).orElse(null),
                course.endedAt(),
                version);
    }
}
