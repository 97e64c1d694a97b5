package io.cairn.assessment.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.ActorId;
import io.cairn.language.Direction;
import io.cairn.language.FreeText;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.TransitionCause;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journey as the API shows it.
 *
 * @param stage of the latest period that has one
 * @param transitions in the order in which they were recorded; of several for one period the last counts
 * @param proposal the open one of the latest period, {@code proposals} all of them
 * @param targets that hold, by their periods
 * @param targetHistory all that was ever told of targets, in the order in which it was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JourneyBody(
        UnitCode unit,
        ModelKey model,
        @Nullable StageRef stage,
        @Nullable Period period,
        List<PeriodStage> stages,
        List<Transition> transitions,
        @Nullable Proposal proposal,
        List<Proposal> proposals,
        List<TargetBody> targets,
        List<TargetNews> targetHistory,
        long version) {

    public record PeriodStage(Period period, StageRef stage, ModelVersion modelVersion, boolean overridden) {}

    /** @param cause a correction when a past period has changed since it was decided; its stage stands meanwhile */
    public record Proposal(
            UUID id, Period period, StageRef stage, UUID assessment, ModelVersion modelVersion, TransitionCause cause) {
        static Proposal of(StageProposed it) {
            return new Proposal(
                    it.proposal(),
                    it.period(),
                    it.stage(),
                    it.assessment(),
                    it.model().version(),
                    it.repeats() == null ? TransitionCause.ASSESSMENT : TransitionCause.CORRECTION);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Transition(
            Period period,
            @Nullable StageRef from,
            StageRef to,
            Direction direction,
            List<StageRef> skipped,
            TransitionCause cause,
            boolean overridden,
            @Nullable ActorId decidedBy,
            @Nullable FreeText reason,
            Instant recordedAt) {
        static Transition of(StageTransitioned it, Instant recordedAt) {
            return new Transition(
                    it.period(),
                    it.from(),
                    it.to(),
                    it.direction(),
                    it.skipped(),
                    it.cause(),
                    it.overridden(),
                    it.decidedBy(),
                    it.reason(),
                    recordedAt);
        }
    }

    public static JourneyBody of(UnitCode unit, ModelKey model, Journeys.Found found) {
        var state = found.state();
        var stages = state.stages().entrySet().stream()
                .map(it -> new PeriodStage(
                        it.getKey(),
                        it.getValue().stage(),
                        it.getValue().model().version(),
                        it.getValue().overridden()))
                .toList();
        var proposals = state.open().values().stream().map(Proposal::of).toList();
        var latest = stages.isEmpty() ? null : stages.getLast();
        return new JourneyBody(
                unit,
                model,
                latest == null ? null : latest.stage(),
                latest == null ? null : latest.period(),
                stages,
                found.events().stream()
                        .filter(it -> it.event() instanceof StageTransitioned)
                        .map(it -> Transition.of((StageTransitioned) it.event(), it.recordedAt()))
                        .toList(),
                proposals.isEmpty() ? null : proposals.getLast(),
                proposals,
                state.targets().all().stream()
                        .map(it -> TargetBody.of(it, found.events()))
                        .toList(),
                TargetNews.of(found.events()),
                found.version());
    }
}
