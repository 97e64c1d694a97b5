package io.cairn.reporting.asof;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.FreeText;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.Scoring;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.past.Past;
import io.cairn.reporting.past.PastAnswer;
import io.cairn.reporting.point.StageDecision;
import io.cairn.reporting.point.StagePoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts what was known into the order of the model, with the names of its stages. */
record AsOfReport(KnownModel model, TenantCalendar calendar, Map<Long, FreeText> reasons) {

    AsOf of(String unit, AsOf.Asked asked, Past.@Nullable Known known, @Nullable StagePoint point) {
        if (known == null)
            return new AsOf(
                    unit,
                    model.key().value(),
                    asked,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of());
        var assessment = known.assessment();
        return new AsOf(
                unit,
                model.key().value(),
                asked,
                assessment.period(),
                calendar.days(assessment.period()),
                assessment.id(),
                assessment.model().version().toString(),
                assessment.status(),
                assessment.recorded(),
                point == null ? null : stage(point),
                result(known),
                known.model().questions().keySet().stream()
                        .flatMap(it -> Optional.ofNullable(
                                        known.answers().counted().get(it))
                                .stream()
                                .map(answer -> line(it, answer, known)))
                        .toList(),
                known.answers().unsettled(),
                known.model().questions().keySet().stream()
                        .flatMap(it -> Optional.ofNullable(
                                        known.answers().unconfirmed().get(it))
                                .stream()
                                .map(answer -> new AsOf.Unconfirmed(it, value(answer), spared(answer))))
                        .toList());
    }

    private AsOf.Stage stage(StagePoint point) {
        return new AsOf.Stage(
                model.named(point.stage(), point.modelVersion()),
                model.named(point.proposed(), point.modelVersion()),
                point.reopened(),
                point.recorded(),
                decision(point.decision()));
    }

    private AsOf.@Nullable Decision decision(@Nullable StageDecision decision) {
        if (decision == null) return null;
        return new AsOf.Decision(
                decision.kind(),
                decision.at(),
                decision.by(),
                decision.cause(),
                decision.overridden(),
                reasons.get(decision.position()));
    }

    private static AsOf.Result result(Past.Known known) {
        Profile profile = known.profile();
        return new AsOf.Result(
                known.stored() ? AsOf.Source.STORED : AsOf.Source.SCORED,
                profile.overall(),
                profile.dimensions(),
                profile.views(),
                profile.blocking(),
                profile.confidence());
    }

    private static AsOf.Line line(QuestionKey key, PastAnswer past, Past.Known known) {
        var agreed = past.answer();
        var answer = agreed.answer();
        var value = value(answer);
        var overridden = agreed.overriddenPoints() != null;
        var question = known.model().question(key).orElseThrow();
        return new AsOf.Line(
                key,
                value,
                spared(answer),
                answer.rationale(),
                answer.evidence(),
                answer.certainty(),
                value == null && !overridden ? null : (Double) Scoring.points(question, agreed),
                overridden,
                past.judged() == null ? null : past.judged().origin().actor().value(),
                past.how(),
                past.said().origin().actor().value(),
                past.said().recordedAt(),
                past.said().position());
    }

    private static @Nullable AnswerValue value(Answer answer) {
        return answer.response() instanceof Response.Given it ? it.value() : null;
    }

    private static AsOf.@Nullable NotApplicable spared(Answer answer) {
        return answer.response() instanceof Response.NotApplicable it ? new AsOf.NotApplicable(it.reason()) : null;
    }
}
