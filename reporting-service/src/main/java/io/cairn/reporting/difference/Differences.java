package io.cairn.reporting.difference;

import io.cairn.eventstore.StoredEvent;
import io.cairn.language.FreeText;
import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.upgrade.Results;
import io.cairn.reporting.definition.Definitions;
import io.cairn.reporting.difference.Cause.Kind;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.past.Past;
import io.cairn.reporting.past.PastAssessment;
import io.cairn.reporting.point.DecisionReasons;
import io.cairn.reporting.point.StagePoint;
import io.cairn.reporting.point.StagePoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds two points of a unit's past against each other. */
@Component
public class Differences {
    private final Past past;
    private final Definitions definitions;
    private final DecisionReasons reasons;

    Differences(Past past, Definitions definitions, DecisionReasons reasons) {
        this.past = past;
        this.definitions = definitions;
        this.reasons = reasons;
    }

    /**
     * A point of the past.
     *
     * @param recorded null for now
     * @param known null when no assessment was known
     */
    public record Then(
            Period effective,
            @Nullable Instant recorded,
            Instant at,
            Past.@Nullable Known known,
            @Nullable StagePoint point) {}

    public Then then(
            JdbcClient jdbc,
            TenantId tenant,
            Optional<PastAssessment> assessment,
            Period effective,
            @Nullable Instant recorded,
            Instant at) {
        if (assessment.isEmpty()) return new Then(effective, recorded, at, null, null);
        var it = assessment.get();
        var order = PeriodOrder.of(it.period());
        var points = StagePoints.of(jdbc, tenant, it.unit(), it.model().key(), order, order, at);
        return new Then(
                effective,
                recorded,
                at,
                past.of(jdbc, tenant, it, TenantCalendar.of(jdbc, tenant), at),
                points.isEmpty() ? null : points.getFirst());
    }

    public Difference between(
            JdbcClient jdbc, TenantId tenant, UnitCode unit, ModelKey model, Then before, Then after) {
        var from = side(before);
        var to = side(after);
        var causes = new ArrayList<Cause>();
        var known = after.known();
        if (known != null) {
            causes.addAll(causes(jdbc, tenant, before.known(), known, after.at()));
            var decided = decided(jdbc, tenant, from, to, after.point());
            if (decided != null) causes.add(decided);
        }
        var sameVersion = Objects.equals(from.modelVersion(), to.modelVersion());
        var change = new Difference.Change(
                sameVersion ? Scored.minus(to.score(), from.score()) : null,
                Scored.minus(to.share(), from.share()),
                stages(from.counts(), to.counts()));
        return new Difference(unit.value(), model.value(), from, to, change, causes, rest(change, from, to, causes));
    }

    private static Difference.Side side(Then then) {
        var known = then.known();
        if (known == null)
            return new Difference.Side(
                    then.effective(), then.recorded(), null, null, null, null, null, null, null, null, null, null);
        var result = Results.of(known.model(), known.profile());
        var point = then.point();
        return new Difference.Side(
                then.effective(),
                then.recorded(),
                known.assessment().period(),
                known.assessment().id(),
                known.assessment().model().version().toString(),
                known.assessment().status(),
                result.score(),
                result.max(),
                result.share(),
                result.stage(),
                known.profile().overall().undetermined(),
                point == null ? null : point.stage());
    }

    private List<Cause> causes(
            JdbcClient jdbc, TenantId tenant, Past.@Nullable Known before, Past.Known after, Instant at) {
        var answers = after.answers().agreed();
        if (before == null) return List.of();
        var was = before.answers().agreed();
        if (before.model().ref().equals(after.model().ref())) {
            var scored = Scored.of(after.model(), answers, after.day());
            return new Causes(
                            was,
                            before.day(),
                            scored,
                            after.answers().counted(),
                            last(jdbc, tenant, was, scored, after, at))
                    .all();
        }
        var upgrade = definitions.between(jdbc, tenant, before.model(), after.model());
        var scored = Scored.of(before.model(), upgrade.back(answers, was).answers(), after.day());
        var causes = new ArrayList<>(new Causes(
                        was,
                        before.day(),
                        scored,
                        after.answers().counted(),
                        last(jdbc, tenant, was, scored, after, at))
                .all().stream().map(Differences::ofAnotherScale).toList());
        causes.add(version(before, after, scored));
        return causes;
    }

    private Map<QuestionKey, StoredEvent> last(
            JdbcClient jdbc,
            TenantId tenant,
            Map<QuestionKey, AgreedAnswer> was,
            Scored scored,
            Past.Known after,
            Instant at) {
        UUID assessment = after.assessment().id();
        return past.lastSaid(jdbc, tenant, assessment, Causes.gone(scored.model(), was, scored.answers()), at);
    }

    /** Scores of the version before are not told as if they were of the version now; shares are the same from 0 to 1. */
    private static Cause ofAnotherScale(Cause it) {
        var worth = it.worth();
        return new Cause(
                it.kind(),
                it.question(),
                it.dimension(),
                it.from(),
                it.to(),
                it.by(),
                it.at(),
                it.reason(),
                it.position(),
                new Cause.Worth(null, worth.share(), null, worth.stageWithout(), worth.movesStage()));
    }

    private static Cause version(Past.Known before, Past.Known after, Scored between) {
        var now = Results.of(after.model(), after.profile());
        return new Cause(
                Kind.MODEL_VERSION,
                null,
                null,
                before.model().ref().version(),
                after.model().ref().version(),
                null,
                null,
                null,
                null,
                new Cause.Worth(
                        null,
                        Scored.minus(now.share(), between.result().share()),
                        null,
                        between.result().stage(),
                        !Objects.equals(now.stage(), between.result().stage())));
    }

    /** Where what counts differs from what is found, and did not before in the same way. */
    private @Nullable Cause decided(
            JdbcClient jdbc, TenantId tenant, Difference.Side from, Difference.Side to, @Nullable StagePoint point) {
        var decision = point == null ? null : point.decision();
        if (point == null || decision == null || Objects.equals(to.found(), to.counts())) return null;
        if (Objects.equals(from.found(), to.found()) && Objects.equals(from.counts(), to.counts())) return null;
        FreeText reason = reasons.of(jdbc, tenant, List.of(point)).get(decision.position());
        return new Cause(
                Kind.STAGE_DECIDED,
                null,
                null,
                to.found(),
                to.counts(),
                decision.by(),
                decision.at(),
                reason,
                decision.position(),
                new Cause.Worth(null, null, null, to.found(), true));
    }

    private static @Nullable Integer stages(@Nullable StageRef from, @Nullable StageRef to) {
        return from == null || to == null ? null : (Integer) (to.ordinal() - from.ordinal());
    }

    private static Difference.Rest rest(
            Difference.Change change, Difference.Side from, Difference.Side to, List<Cause> causes) {
        var score = change.score();
        var share = change.share();
        for (var cause : causes) {
            score = less(score, cause.worth().score());
            share = less(share, cause.worth().share());
        }
        var moved = !Objects.equals(from.found(), to.found());
        var byOne = causes.stream()
                .anyMatch(it -> it.kind() != Kind.STAGE_DECIDED && it.worth().movesStage());
        return new Difference.Rest(score, share, moved && !byOne, Difference.METHOD);
    }

    private static @Nullable Double less(@Nullable Double rest, @Nullable Double worth) {
        return worth == null ? rest : Scored.minus(rest, worth);
    }
}
