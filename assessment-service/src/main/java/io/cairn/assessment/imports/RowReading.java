package io.cairn.assessment.imports;

import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.assessment.assessment.answering.RecordAnswers.Entry;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Response;
import io.cairn.language.UnitCode;
import io.cairn.maturity.MaturityModel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From the text of a row to what it says. */
final class RowReading {
    private RowReading() {}

    static UnitCode unit(Cells cells) throws BadCell {
        return needed(Column.UNIT, cells.unit(), UnitCode::new);
    }

    static Period period(Cells cells) throws BadCell {
        return needed(Column.PERIOD, cells.period(), Period::parse);
    }

    static QuestionKey question(Cells cells) throws BadCell {
        return needed(Column.QUESTION, cells.question(), QuestionKey::new);
    }

    /** Everything that can be said against a row without knowing what was there before, evidence for one. */
    static void check(Cells cells, MaturityModel model) throws BadCell {
        unit(cells);
        period(cells);
        var key = question(cells);
        var question =
                model.question(key).orElseThrow(() -> new BadCell(Column.QUESTION, "the model has no question " + key));
        if (!cells.isAnswered()) {
            if (cells.saysMore()) throw new BadCell(Column.VALUE, "it is empty, but the row says more");
            return;
        }
        try {
            RecordAnswers.onScale(question, entry(cells).answer());
        } catch (Rejected refused) {
            throw refusal(refused.reason());
        }
    }

    /** What an answered row says. */
    static Entry entry(Cells cells) throws BadCell {
        var evidence = optional(Column.EVIDENCE, cells.evidence(), url -> new Evidence(url, null, null));
        var answer = new Answer(
                response(cells),
                optional(Column.RATIONALE, cells.rationale(), FreeText::of),
                evidence == null ? List.of() : List.of(evidence),
                null);
        return new Entry(question(cells), answer, optional(Column.REASON, cells.reason(), FreeText::of), source(cells));
    }

    /** A refusal of the decision itself, at the column it is about. */
    static BadCell refusal(Rejection reason) {
        return switch (reason) {
            case Rejection.InEntry it -> refusal(it.reason());
            case Rejection.UnknownQuestion it ->
                new BadCell(Column.QUESTION, "the model has no question " + it.question());
            case Rejection.OutsideScale it -> new BadCell(Column.VALUE, it.detail());
            case Rejection.MustApply ignored ->
                new BadCell(Column.NOT_APPLICABLE_REASON, "the model does not let the question be not applicable");
            case Rejection.EvidenceRequired ignored -> new BadCell(Column.EVIDENCE, "the question asks for evidence");
            case Rejection.ReasonRequired it -> new BadCell(Column.REASON, it.why());
            case Rejection.NotAssigned it ->
                new BadCell(Column.QUESTION, "only assigned respondents answer " + it.question());
            case Rejection.QuestionIsSettled it -> new BadCell(Column.QUESTION, it.question() + " is settled");
            case Rejection.SameQuestionTwice it -> new BadCell(Column.QUESTION, it.question() + " is answered twice");
            case Rejection.NotFound ignored -> throw never(reason);
            case Rejection.AlreadyExists ignored -> throw never(reason);
            case Rejection.WrongStatus ignored -> throw never(reason);
            case Rejection.UnknownUnit ignored -> throw never(reason);
            case Rejection.UnitIsRetired ignored -> throw never(reason);
            case Rejection.UnitBelowItself ignored -> throw never(reason);
            case Rejection.UnknownModel ignored -> throw never(reason);
            case Rejection.ModelIsRetired ignored -> throw never(reason);
            case Rejection.ModelKeyReserved ignored -> throw never(reason);
            case Rejection.ModelVersionIsPublished ignored -> throw never(reason);
            case Rejection.ModelFileInvalid ignored -> throw never(reason);
            case Rejection.UnknownDimension ignored -> throw never(reason);
            case Rejection.NobodyAssigned ignored -> throw never(reason);
            case Rejection.VotesDiffer ignored -> throw never(reason);
            case Rejection.FacilitatorOnly ignored -> throw never(reason);
            case Rejection.NotAnswered ignored -> throw never(reason);
            case Rejection.AnswersUnconfirmed ignored -> throw never(reason);
            case Rejection.PointsOutOfRange ignored -> throw never(reason);
            case Rejection.CoverageTooLow ignored -> throw never(reason);
            case Rejection.CycleIsClosed ignored -> throw never(reason);
            case Rejection.ProposalNotOpen ignored -> throw never(reason);
            case Rejection.WrongActionStatus ignored -> throw never(reason);
            case Rejection.OwnActionsOnly ignored -> throw never(reason);
            case Rejection.UnknownStage ignored -> throw never(reason);
            case Rejection.TargetPeriodIsOver ignored -> throw never(reason);
            case Rejection.SameTargetTwice ignored -> throw never(reason);
        };
    }

    private static IllegalStateException never(Rejection reason) {
        return new IllegalStateException("recording an answer is not refused so: " + reason);
    }

    private static Response response(Cells cells) throws BadCell {
        if (cells.value() != null && cells.notApplicableReason() != null)
            throw new BadCell(
                    Column.NOT_APPLICABLE_REASON, "a row has a value, or a reason why the question does not apply");
        var reason = optional(Column.NOT_APPLICABLE_REASON, cells.notApplicableReason(), FreeText::of);
        return reason != null
                ? new Response.NotApplicable(reason)
                : new Response.Given(needed(Column.VALUE, cells.value(), AnswerValue::of));
    }

    private static @Nullable AnswerSource source(Cells cells) throws BadCell {
        var actor = optional(Column.ACTOR, cells.actor(), ActorId::new);
        var answeredAt = optional(Column.ANSWERED_AT, cells.answeredAt(), RowReading::instant);
        return actor == null && answeredAt == null ? null : new AnswerSource(actor, answeredAt);
    }

    /** A day means its beginning, UTC. */
    private static Instant instant(String text) {
        try {
            var instant = text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            var year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1900 && year < 3000) return instant;
        } catch (DateTimeException e) {
            // said below, as for a time out of bounds
        }
        throw new InvalidValue("a time has the form 2026-05-31T12:00:00Z or 2026-05-31");
    }

    private static <T> T needed(Column column, @Nullable String text, Function<String, T> read) throws BadCell {
        if (text == null) throw new BadCell(column, "it is empty");
        try {
            return read.apply(text);
        } catch (InvalidValue e) {
            throw new BadCell(column, String.valueOf(e.getMessage()));
        }
    }

    private static <T> @Nullable T optional(Column column, @Nullable String text, Function<String, T> read)
            throws BadCell {
        return text == null ? null : needed(column, text, read);
    }
}
