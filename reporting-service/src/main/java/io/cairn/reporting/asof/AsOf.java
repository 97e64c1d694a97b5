package io.cairn.reporting.asof;

import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.Period;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.past.PastAnswer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a unit's answers at a time, for a period.
 *
 * @param asked what was asked for
 * @param period whose assessment this is: the one asked for, else the latest before it that had one. Null, as is all
 *     that follows from it, when no assessment was known then
 * @param effective the days the period covers
 * @param status it was known to be at, since {@code recorded}
 * @param stage that counted for the period then
 * @param answers that counted, in the order of the model; erased words are told as {@code (erased)}
 * @param unsettled questions on which votes differed: none of them counted
 * @param unconfirmed carried over from an earlier period and not confirmed yet: none of them counted
 */
record AsOf(
        String unit,
        String model,
        Asked asked,
        @Nullable Period period,
        TenantCalendar.@Nullable Days effective,
        @Nullable UUID assessment,
        @Nullable String modelVersion,
        @Nullable String status,
        @Nullable Instant recorded,
        @Nullable Stage stage,
        @Nullable Result profile,
        List<Line> answers,
        List<QuestionKey> unsettled,
        List<Unconfirmed> unconfirmed) {
    AsOf {
        answers = List.copyOf(answers);
        unsettled = List.copyOf(unsettled);
        unconfirmed = List.copyOf(unconfirmed);
    }

    /** @param recorded null for now */
    record Asked(Period effective, @Nullable Instant recorded) {}

    /**
     * @param counts the stage that counted: decided, or assessed where the tenant's policy takes it at once
     * @param proposed what was found and waited to be decided
     * @param recorded since when it was known so
     * @param decision how it was settled last, null when it was not
     */
    record Stage(
            @Nullable NamedStage counts,
            @Nullable NamedStage proposed,
            boolean reopened,
            Instant recorded,
            @Nullable Decision decision) {}

    /** @param by null when the tenant's policy decided */
    record Decision(
            String kind,
            Instant at,
            @Nullable String by,
            @Nullable String cause,
            boolean overridden,
            @Nullable FreeText reason) {}

    /**
     * @param source {@code stored}: put down when the assessment was finalized, which it was then; {@code scored}: by the
     *     model's own rules from the answers that counted then
     */
    record Result(
            Source source,
            Profile.Overall overall,
            List<Profile.Dimension> dimensions,
            List<Profile.View> views,
            List<Profile.Blocking> blocking,
            Profile.Confidence confidence) {
        Result {
            dimensions = List.copyOf(dimensions);
            views = List.copyOf(views);
            blocking = List.copyOf(blocking);
        }
    }

    enum Source {
        STORED,
        SCORED
    }

    /**
     * @param value null when the question did not apply, and {@code notApplicable} says why
     * @param points 0 to the question's weight; none when n/a
     * @param overridden whether a reviewer gave the points, {@code judgedBy}
     * @param how it came to count: shared by all, votes that agree, agreed by the facilitator
     * @param by who said it, at {@code at}
     */
    record Line(
            QuestionKey question,
            @Nullable AnswerValue value,
            @Nullable NotApplicable notApplicable,
            @Nullable FreeText rationale,
            List<Evidence> evidence,
            @Nullable Integer certainty,
            @Nullable Double points,
            boolean overridden,
            @Nullable String judgedBy,
            PastAnswer.How how,
            String by,
            Instant at,
            long position) {
        Line {
            evidence = List.copyOf(evidence);
        }
    }

    record NotApplicable(FreeText reason) {}

    record Unconfirmed(
            QuestionKey question,
            @Nullable AnswerValue value,
            @Nullable NotApplicable notApplicable) {}
}
