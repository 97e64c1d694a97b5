package io.cairn.assessment.workbook;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.answering.AnswerChange;
import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.assessment.assessment.answering.RecordAnswers.Entry;
import io.cairn.assessment.workbook.WorkbookReport.Conflict;
import io.cairn.language.ActorId;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A filled-in workbook against an assessment as it stands: pure, so that it can be asked as often as somebody else is
 * faster.
 *
 * @param made the assessment as it was when the workbook was made
 */
record FilledWorkbook(
        TenantId tenant,
        ActorId person,
        Filled filled,
        MaturityModel model,
        AssessmentState.Known made,
        Assessments.Found now,
        Set<QuestionKey> overwrite) {

    /** All that is to be said about it; {@code faults} are none when the rest counts. */
    record Outcome(
            int answered,
            List<Entry> entries,
            int unchanged,
            List<QuestionKey> changedByOthers,
            List<Conflict> conflicts,
            List<Fault> faults) {}

    Outcome outcome() {
        now.state().when(AssessmentStatus.OPEN, "answer");
        var entries = new ArrayList<Entry>();
        var others = new ArrayList<QuestionKey>();
        var conflicts = new ArrayList<Conflict>();
        var faults = new ArrayList<>(filled.faults());
        var seen = new HashSet<QuestionKey>();
        var answered = 0;
        var unchanged = 0;
        for (var line : filled.lines()) {
            if (!line.said().isEmpty()) answered++;
            try {
                var question = question(line, seen);
                switch (difference(line, question)) {
                    case Difference.Unanswered ignored -> {}
                    case Difference.Unchanged ignored -> unchanged++;
                    case Difference.ChangedByOthers ignored -> others.add(line.question());
                    case Difference.Conflict it -> conflicts.add(conflict(line, it));
                    case Difference.Changed it -> {
                        check(line, it.entry());
                        entries.add(it.entry());
                    }
                }
            } catch (Reading.Bad bad) {
                faults.add(bad.in(line));
            }
        }
        return new Outcome(answered, entries, unchanged, others, conflicts, faults);
    }

    private Question question(Line line, Set<QuestionKey> seen) throws Reading.Bad {
        if (!seen.add(line.question())) throw new Reading.Bad(Field.QUESTION, line.question() + " is there twice");
        var question = model.question(line.question());
        if (question.isEmpty()) throw new Reading.Bad(Field.QUESTION, "the model has no question " + line.question());
        return question.get();
    }

    private Difference difference(Line line, Question question) throws Reading.Bad {
        return Difference.of(
                line,
                question,
                Questionnaire.answer(question.key(), made, person),
                Questionnaire.answer(question.key(), now.state(), person),
                overwrite.contains(question.key()),
                Words.in(List.of(filled.language())));
    }

    /** As the command itself will decide on it. */
    private void check(Line line, Entry entry) throws Reading.Bad {
        try {
            var command = new RecordAnswers(tenant, now.id(), person, List.of(entry));
            RecordAnswers.decide(command, now.state(), model);
        } catch (Rejected refused) {
            throw refusal(line, refused.reason());
        }
    }

    private static Reading.Bad refusal(Line line, Rejection reason) {
        return switch (reason) {
            case Rejection.InEntry it -> refusal(line, it.reason());
            case Rejection.OutsideScale it -> new Reading.Bad(Field.ANSWER, it.detail());
            case Rejection.MustApply ignored ->
                new Reading.Bad(Field.NOT_APPLICABLE, "the model does not let the question be not applicable");
            case Rejection.EvidenceRequired ignored ->
                new Reading.Bad(Field.EVIDENCE, "the question asks for evidence");
            case Rejection.ReasonRequired it -> new Reading.Bad(Field.REASON, it.why());
            case Rejection.NotAssigned it ->
                new Reading.Bad(Field.QUESTION, "only assigned respondents answer " + it.question());
            case Rejection.QuestionIsSettled it -> new Reading.Bad(Field.QUESTION, it.question() + " is settled");
            // about the assessment, not about a cell
            default -> throw new Rejected(reason);
        };
    }

    private Conflict conflict(Line line, Difference.Conflict it) {
        var last = AnswerChange.of(now.events(), line.question()).stream()
                .filter(change ->
                        change.respondent() == null || change.respondent().equals(person))
                .reduce((earlier, later) -> later);
        return new Conflict(
                line.at(Field.ANSWER),
                it.made(),
                it.now(),
                it.yours(),
                last.map(AnswerChange::actor).orElse(null),
                last.map(AnswerChange::at).orElse(null));
    }
}
