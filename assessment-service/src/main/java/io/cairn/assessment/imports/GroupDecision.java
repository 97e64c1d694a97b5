package io.cairn.assessment.imports;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.assessment.assessment.answering.RecordAnswers.Entry;
import io.cairn.assessment.assessment.finalization.FinalizeAssessment;
import io.cairn.assessment.assessment.opening.OpenAssessment;
import io.cairn.assessment.assessment.submission.SubmitAssessment;
import io.cairn.assessment.imports.Group.AnsweredRow;
import io.cairn.language.Answer;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.Evidence;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.maturity.AgreedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rows of one unit and period come to: the decisions the API takes, one after the other. */
final class GroupDecision {
    private final ImportOrder order;
    private final Group group;
    private final UUID assessment;
    private final List<AssessmentEvent> events = new ArrayList<>();
    private final List<BadRow> rejected = new ArrayList<>();
    private AssessmentState state;

    private GroupDecision(ImportOrder order, Group group, UUID assessment, AssessmentState state) {
        this.order = order;
        this.group = group;
        this.assessment = assessment;
        this.state = state;
    }

    /** @param notFinalized why not, when it was asked and is not */
    record Outcome(
            List<AssessmentEvent> events,
            List<BadRow> rejected,
            boolean finalized,
            @Nullable String notFinalized) {}

    static Outcome decide(ImportOrder order, Group group, AssessmentState state) {
        var open =
                new OpenAssessment(order.tenant(), group.unit(), order.model().ref(), group.period());
        return new GroupDecision(order, group, open.stream().value(), state).decide(open);
    }

    private Outcome decide(OpenAssessment open) {
        if (group.rows().isEmpty()) return new Outcome(List.of(), List.of(), false, "the file answers nothing in it");
        if (isToBeOpened()) add(OpenAssessment.decide(open, state));
        var hindrance = hindrance(state.known());
        if (hindrance == null) answer();
        else for (var row : group.rows()) rejected.add(new BadRow(row.row(), Column.PERIOD.title(), hindrance));
        if (!rejected.isEmpty()) return new Outcome(List.of(), rejected, false, null);
        var why = order.finalizing() ? whyNotFinalized() : null;
        return new Outcome(events, rejected, order.finalizing() && why == null, why);
    }

    private boolean isToBeOpened() {
        return switch (state) {
            case AssessmentState.Unknown ignored -> true;
            case AssessmentState.Known it -> it.status() == AssessmentStatus.CANCELLED;
        };
    }

    private @Nullable String hindrance(AssessmentState.Known it) {
        var name = "the assessment of " + it.unit() + " in " + it.period();
        if (it.status() != AssessmentStatus.OPEN)
            return name + " is " + it.status().name().toLowerCase(Locale.ROOT) + "; "
                    + (it.status() == AssessmentStatus.SUBMITTED ? "return" : "reopen") + " it first";
        return it.model().equals(order.model().ref()) ? null : name + " is under " + it.model();
    }

    /** A refusal names one row; the rest is decided without it, so that one pass finds them all. */
    private void answer() {
        var rows = new ArrayList<>(group.rows().stream().map(this::kept).toList());
        while (!rows.isEmpty()) {
            var entries = rows.stream().map(AnsweredRow::entry).toList();
            try {
                add(RecordAnswers.decide(
                        new RecordAnswers(
                                order.tenant(), assessment, order.origin().actor(), entries),
                        state,
                        order.model()));
                return;
            } catch (Rejected refused) {
                if (!(refused.reason() instanceof Rejection.InEntry it)) throw refused;
                rejected.add(RowReading.refusal(it).in(rows.remove(it.index()).row()));
            }
        }
    }

    /** What a row leaves empty stays as it is, or as it was carried over, while the row says the same as that. */
    private AnsweredRow kept(AnsweredRow row) {
        var entry = row.entry();
        var question = order.model().question(entry.question());
        var standing = standing(entry.question());
        if (question.isEmpty() || standing.isEmpty()) return row;
        var said = RecordAnswers.onScale(question.get(), entry.answer());
        var was = standing.get();
        if (!said.response().isSameAs(was.response())) return row;
        var answer = new Answer(
                said.response(),
                said.rationale() == null ? was.rationale() : said.rationale(),
                isKnown(said.evidence(), was) ? was.evidence() : said.evidence(),
                said.certainty() == null ? was.certainty() : said.certainty());
        return new AnsweredRow(row.row(), new Entry(entry.question(), answer, entry.reason(), entry.source()));
    }

    /** What a row can tell of a link is its address; its title and last day stand where it was given. */
    private static boolean isKnown(List<Evidence> named, Answer standing) {
        var known = standing.evidence().stream().map(Evidence::url).toList();
        return named.stream().map(Evidence::url).allMatch(known::contains);
    }

    private Optional<Answer> standing(QuestionKey question) {
        var known = state.known();
        if (!known.panel().shared())
            return known.panel().vote(question, order.origin().actor());
        return known.answer(question).map(AgreedAnswer::answer).or(() -> known.unconfirmed(question));
    }

    private @Nullable String whyNotFinalized() {
        var answered = events.size();
        try {
            var submit = new SubmitAssessment(
                    order.tenant(), assessment, order.origin().actor(), true, null);
            add(SubmitAssessment.decide(submit, state));
            var finalize = new FinalizeAssessment(order.tenant(), assessment, order.calendar(), null);
            add(FinalizeAssessment.decide(finalize, state, order.model()));
            return null;
        } catch (Rejected refused) {
            events.subList(answered, events.size()).clear();
            if (refused.reason() instanceof Rejection.VotesDiffer it)
                return "respondents differ on " + it.questions().size() + " questions that nobody has settled";
            if (refused.reason() instanceof Rejection.AnswersUnconfirmed it)
                return "answers carried over are neither confirmed nor in the file: " + it.count();
            if (!(refused.reason() instanceof Rejection.CoverageTooLow it)) throw refused;
            return String.format(
                    Locale.ROOT,
                    "%.1f %% of its weight is answered, %.1f %% is required",
                    100 * it.coverage(),
                    100 * it.required());
        }
    }

    private void add(List<? extends AssessmentEvent> decided) {
        events.addAll(decided);
        state = state.evolve(decided);
    }
}
