package io.cairn.assessment.imports;

import static io.cairn.assessment.assessment.AssessmentScenario.TEAM;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.changed;
import static io.cairn.assessment.assessment.AssessmentScenario.confirmed;
import static io.cairn.assessment.assessment.AssessmentScenario.entry;
import static io.cairn.assessment.assessment.AssessmentScenario.finalized;
import static io.cairn.assessment.assessment.AssessmentScenario.openedWith;
import static io.cairn.assessment.assessment.AssessmentScenario.recorded;
import static io.cairn.assessment.assessment.AssessmentScenario.reopened;
import static io.cairn.assessment.assessment.AssessmentScenario.voted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cairn.assessment.assessment.AssessmentScenario;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.answering.RecordAnswers.Entry;
import io.cairn.assessment.imports.Group.AnsweredRow;
import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.CarriedAnswer;
import io.cairn.language.Evidence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerConfirmed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.ShippedModels;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupDecisionTest {
    private static final ModelRef EGDI = ModelRef.of("egdi", "2.0.0");
    private static final UnitCode UNIT = new UnitCode("a");
    private static final Period PERIOD = Period.parse("2018");
    private static final String WIKI = "https://wiki.example/team";
    private static final AssessmentOpened OPENED = new AssessmentOpened(UNIT, EGDI, PERIOD);

    private static GroupDecision.Outcome decide(AssessmentState state, String... questions) {
        var rows = IntStream.range(0, questions.length)
                .mapToObj(i -> new AnsweredRow(i + 2L, half(questions[i])))
                .toList();
        return decide(ShippedModels.find(EGDI).orElseThrow().model(), true, state, rows);
    }

    private static GroupDecision.Outcome decide(
            MaturityModel model, boolean finalizing, AssessmentState state, List<AnsweredRow> rows) {
        var order = new ImportOrder(
                new TenantId(new UUID(0, 1)),
                new Origin(new ActorId("key:test"), Channel.IMPORT, null, null),
                model,
                FiscalCalendar.parse("01-01"),
                false,
                finalizing,
                false);
        return GroupDecision.decide(order, new Group(UNIT, PERIOD, rows), state);
    }

    private static Entry half(String question) {
        return new Entry(new QuestionKey(question), Answer.of(AnswerValue.of("0.5")), null, null);
    }

    private static AssessmentState after(AssessmentEvent... events) {
        return AssessmentState.NONE.evolve(List.of(events));
    }

    private static AnswerRecorded answered(String question, double value) {
        return new AnswerRecorded(new QuestionKey(question), Answer.of(AnswerValue.of(value)), null);
    }

    @Test
    void what_is_not_there_is_opened_answered_submitted_and_finalized() {
        var outcome = decide(AssessmentState.NONE, "osi", "hci", "tii");
        assertThat(outcome.events())
                .hasExactlyElementsOfTypes(
                        AssessmentOpened.class,
                        AnswerRecorded.class,
                        AnswerRecorded.class,
                        AnswerRecorded.class,
                        AssessmentSubmitted.class,
                        AssessmentFinalized.class);
        assertThat(outcome.finalized()).isTrue();
    }

    @Test
    void a_cancelled_one_begins_anew() {
        assertThat(decide(after(OPENED, new AssessmentCancelled(null)), "osi").events())
                .first()
                .isEqualTo(OPENED);
    }

    @Test
    void an_open_one_is_gone_on_with() {
        var outcome = decide(after(OPENED, answered("osi", 0.1), answered("hci", 0.5)), "osi", "hci", "tii");
        assertThat(outcome.events())
                .hasExactlyElementsOfTypes(
                        AnswerChanged.class,
                        AnswerRecorded.class,
                        AssessmentSubmitted.class,
                        AssessmentFinalized.class);
    }

    @Test
    void too_little_to_finalize_leaves_it_open_with_its_answers() {
        var outcome = decide(AssessmentState.NONE, "osi");
        assertThat(outcome.events()).hasExactlyElementsOfTypes(AssessmentOpened.class, AnswerRecorded.class);
        assertThat(outcome.finalized()).isFalse();
        assertThat(outcome.notFinalized()).isEqualTo("33.3 % of its weight is answered, 100.0 % is required");
    }

    @Test
    void answers_carried_over_that_are_not_in_the_file_leave_it_open() {
        var carried = Stream.of("osi", "hci", "tii")
                .map(it -> new CarriedAnswer(new QuestionKey(it), Answer.of(AnswerValue.of(0.5))))
                .toList();
        var opened = new AssessmentOpened(UNIT, EGDI, PERIOD, Period.parse("2017"), EGDI.version(), carried);
        var outcome = decide(after(opened), "osi", "hci");
        assertThat(outcome.events()).hasExactlyElementsOfTypes(AnswerConfirmed.class, AnswerConfirmed.class);
        assertThat(outcome.notFinalized()).isEqualTo("answers carried over are neither confirmed nor in the file: 1");
        assertThat(decide(after(opened), "osi", "hci", "tii").finalized()).isTrue();
    }

    private static GroupDecision.Outcome decide(AssessmentState state, Entry entry) {
        return decide(AssessmentScenario.MODEL, false, state, List.of(new AnsweredRow(2, entry)));
    }

    private static Answer says(String value, @Nullable String rationale, String... links) {
        return new Answer(
                new Response.Given(AnswerValue.of(value)),
                rationale == null ? null : FreeText.of(rationale),
                Stream.of(links).map(it -> new Evidence(it, null, null)).toList(),
                null);
    }

    /** A claim with all that can be said of one, on a question that asks for evidence. */
    private static Answer whole(String value, String rationale) {
        return new Answer(
                new Response.Given(AnswerValue.of(value)),
                FreeText.of(rationale),
                List.of(
                        new Evidence(WIKI, FreeText.of("who we are"), LocalDate.of(2027, 3, 31)),
                        new Evidence("https://wiki.example/more", null, null)),
                4);
    }

    @Test
    void what_a_row_leaves_empty_stays_while_it_says_what_stands() {
        var open = after(AssessmentScenario.opened(), recorded(TEAM, whole("all", "as counted")));
        assertThat(decide(open, entry(TEAM, says(" ALL ", null))).events()).isEmpty();
        assertThat(decide(open, entry(TEAM, says("all", null, WIKI))).events()).isEmpty();
        assertThat(decide(open, entry(TEAM, says("all", "counted again"))).events())
                .containsExactly(changed(TEAM, whole("all", "as counted"), whole("all", "counted again"), null));
        var spared =
                new Answer(Answer.notApplicable("no shop").response(), FreeText.of("sold in May"), List.of(), null);
        assertThat(decide(
                                after(AssessmentScenario.opened(), recorded(VISION, spared)),
                                entry(VISION, Answer.notApplicable("no shop")))
                        .events())
                .isEmpty();
    }

    @Test
    void a_row_with_another_value_takes_nothing_over() {
        var open = after(AssessmentScenario.opened(), recorded(TEAM, whole("all", "as counted")));
        var other = says("some", null, "https://wiki.example/new");
        assertThat(decide(open, entry(TEAM, other)).events())
                .containsExactly(changed(TEAM, whole("all", "as counted"), other, null));
        var refused = decide(open, entry(TEAM, says("some", null))).rejected();
        assertThat(refused).extracting(BadRow::column).containsExactly("evidence");
        assertThat(decide(after(AssessmentScenario.opened()), entry(TEAM, says("all", null)))
                        .rejected())
                .extracting(BadRow::row, BadRow::column)
                .containsExactly(tuple(2L, "evidence"));
    }

    @Test
    void an_answer_carried_over_with_its_rationale_is_confirmed_by_its_value() {
        var carried = after(openedWith(Map.of(TEAM, whole("all", "as counted"))));
        assertThat(decide(carried, entry(TEAM, says("all", null))).events())
                .containsExactly(confirmed(TEAM, whole("all", "as counted")));
    }

    @Test
    void an_unchanged_value_of_a_reopened_assessment_needs_no_reason() {
        var reopened = after(
                AssessmentScenario.opened(),
                recorded(TEAM, whole("all", "as counted")),
                new AssessmentSubmitted(),
                finalized(Map.of()),
                reopened());
        assertThat(decide(reopened, entry(TEAM, says("all", null))).rejected()).isEmpty();
        assertThat(decide(reopened, entry(TEAM, says("some", null, WIKI))).rejected())
                .extracting(BadRow::column)
                .containsExactly("reason");
    }

    @Test
    void who_is_assigned_keeps_their_own_words() {
        var me = new ActorId("key:test");
        var assigned = after(
                AssessmentScenario.opened(),
                recorded(TEAM, whole("some", "of all")),
                AssessmentScenario.assigned(me),
                voted(me, TEAM, whole("all", "my own")));
        assertThat(decide(assigned, entry(TEAM, says("all", null))).events()).isEmpty();
    }

    @Test
    void a_submitted_one_rejects_every_row() {
        var outcome = decide(after(OPENED, new AssessmentSubmitted()), "osi", "hci");
        assertThat(outcome.events()).isEmpty();
        assertThat(outcome.rejected()).extracting(BadRow::row).containsExactly(2L, 3L);
        assertThat(outcome.rejected().getFirst().detail()).endsWith("is submitted; return it first");
    }

    @Test
    void one_under_another_version_rejects_every_row() {
        var other = new AssessmentOpened(UNIT, ModelRef.of("egdi", "1.0.0"), PERIOD);
        assertThat(decide(after(other), "osi").rejected().getFirst().detail()).endsWith("is under egdi 1.0.0");
    }

    @Test
    void every_refused_row_is_found_in_one_pass_and_nothing_is_done() {
        var outcome = decide(AssessmentState.NONE, "nobody", "osi", "nobody-else");
        assertThat(outcome.rejected()).extracting(BadRow::row).containsExactly(2L, 4L);
        assertThat(outcome.events()).isEmpty();
    }

    @Test
    void no_answer_opens_nothing() {
        assertThat(decide(AssessmentState.NONE).events()).isEmpty();
    }
}
