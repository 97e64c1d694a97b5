package io.cairn.reporting.backslide;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Comparison;
import io.cairn.language.Direction;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.StageRef;
import io.cairn.language.StreamId;
import io.cairn.language.TransitionCause;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.Event;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.Scoring;
import io.cairn.reporting.Company;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BackslideTest {
    private static final ModelRef V1 = ModelRef.of("own", "1.0.0");
    private static final ModelRef V2 = ModelRef.of("own", "2.0.0");
    private static final String REPORT = "/api/v1/reports/backslides?model=own";

    /** Four questions of weight 1 in two dimensions; {@code a1} needs evidence. The second version raises the bar. */
    private static String definition(ModelRef ref, double second) {
        return """
                format: 1
                key: own
                version: %s
                title: Own
                source: Made up for this test.
                provenance: {stages: inferred, dimensions: inferred, questions: inferred, scoring: inferred, stageRule: inferred}
                evidence: {expired: 0}
                stages:
                  - {key: begun, title: Begun}
                  - {key: running, title: Running}
                  - {key: steered, title: Steered}
                scales:
                  share: {type: percent}
                scoring: {method: weighted-mean, min: 0, max: 1}
                stageRule: {rule: thresholds, bounds: {begun: 0, running: %s, steered: 0.9}}
                dimensions:
                  - key: a
                    title: A
                    questions:
                      - {key: a1, text: First?, scale: share, evidenceRequired: true}
                      - {key: a2, text: Second?, scale: share}
                  - key: b
                    title: B
                    questions:
                      - {key: b1, text: Third?, scale: share}
                      - {key: b2, text: Fourth?, scale: share}
                """.formatted(ref.version(), second);
    }

    private final Company company = Company.automatic();

    BackslideTest() {
        company.record(
                StreamId.model(company.tenant(), V1.key()),
                new ModelVersionPublished(V1, definition(V1, 0.5), "digest"),
                new ModelVersionPublished(V2, definition(V2, 0.7), "digest"));
    }

    @Test
    void a_fall_by_an_answer_says_so_and_what_it_took() {
        company.unit("u");
        finalizes("u", "2023", V1, answers(80, 80, 60, 60));
        finalizes("u", "2024", V1, answers(80, 20, 60, 20));
        var fall = only(company.ok(REPORT).json());
        assertThat(fall.at("/unit").asString()).isEqualTo("u");
        assertThat(fall.at("/from/period").asString()).isEqualTo("2023");
        assertThat(fall.at("/from/stage/key").asString()).isEqualTo("running");
        assertThat(fall.at("/to/stage/key").asString()).isEqualTo("begun");
        assertThat(fall.at("/cause").asString()).isEqualTo("answer-changed");
        change(fall, -0.25, -0.25, 0, 0, 0, 0);
        assertThat(fall.at("/materiality/material").isNull()).isTrue();
        assertThat(fall.at("/materiality/undefined").asString()).isEqualTo("too-few-units");
    }

    @Test
    void a_fall_by_expired_evidence_says_so() {
        company.unit("u");
        var answers = answers(100, 60, 60, 60);
        answers.put("a1", evidenced(100, LocalDate.parse("2024-06-30")));
        finalizes("u", "2023", V1, answers);
        finalizes("u", "2024", V1, answers);
        var fall = only(company.ok(REPORT).json());
        assertThat(fall.at("/cause").asString()).isEqualTo("evidence-expired");
        change(fall, -0.25, 0, 0, -0.25, 0, 0);
    }

    @Test
    void a_fall_because_something_no_longer_applies_says_so() {
        company.unit("u");
        finalizes("u", "2023", V1, answers(100, 100, 20, 20));
        var now = answers(100, 100, 20, 20);
        now.put("a1", Answer.notApplicable("sold"));
        now.put("a2", Answer.notApplicable("sold"));
        finalizes("u", "2024", V1, now);
        var fall = only(company.ok(REPORT).json());
        assertThat(fall.at("/cause").asString()).isEqualTo("scope-changed");
        change(fall, -0.4, 0, -0.4, 0, 0, 0);
    }

    @Test
    void a_fall_by_a_new_version_says_so_though_nothing_was_compared_when_it_was_recorded() {
        company.unit("u");
        finalizes("u", "2023", V1, answers(60, 60, 60, 60));
        finalizes("u", "2024", V2, answers(60, 60, 60, 60));
        var fall = only(company.ok(REPORT).json());
        assertThat(fall.at("/cause").asString()).isEqualTo("model-version-changed");
        assertThat(fall.at("/to/modelVersion").asString()).isEqualTo("2.0.0");
        change(fall, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void what_was_recorded_of_both_versions_is_what_is_told() {
        company.unit("u");
        var before = finalizes("u", "2023", V1, answers(60, 60, 60, 60));
        var comparison = new Comparison(
                V1,
                before.value(),
                6,
                Period.parse("2023"),
                new Comparison.Result(0.6, 1.0, 0.6, new StageRef(2, "running")),
                new Comparison.Result(0.55, 1.0, 0.55, new StageRef(2, "running")),
                new Comparison.Result(0.5, 1.0, 0.5, new StageRef(1, "begun")),
                1);
        finalizes("u", "2024", V2, answers(50, 50, 50, 50), comparison);
        var fall = only(company.ok(REPORT).json());
        assertThat(fall.at("/cause").asString()).isEqualTo("model-version-changed");
        // the answers alone would say that nothing was the version's
        change(fall, -0.1, -0.05, 0, 0, -0.05, 0);
    }

    @Test
    void who_decided_and_why_is_told_and_an_override_is_a_decision() {
        company.unit("u");
        finalizes("u", "2023", V1, answers(80, 80, 80, 80));
        finalizes("u", "2024", V1, answers(80, 80, 80, 80));
        decides("u", "2024", 2, 1, TransitionCause.ASSESSMENT, true);
        var fall = only(company.ok(REPORT).json());
        assertThat(fall.at("/cause").asString()).isEqualTo("decided");
        assertThat(fall.at("/overridden").asBoolean()).isTrue();
        assertThat(fall.at("/decidedBy").asString()).isEqualTo("user:ann");
        assertThat(fall.at("/decidedAt").isNull()).isFalse();
        assertThat(fall.at("/reason").asString()).isEqualTo("not yet");
        change(fall, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void a_transition_that_the_journey_laid_to_the_model_is_the_model_s() {
        company.unit("u");
        finalizes("u", "2023", V1, answers(60, 60, 60, 60));
        finalizes("u", "2024", V2, answers(60, 60, 60, 55));
        decides("u", "2024", 2, 1, TransitionCause.MODEL_VERSION, false);
        var fall = only(company.ok(REPORT).json());
        assertThat(fall.at("/cause").asString()).isEqualTo("model-version-changed");
        assertThat(fall.at("/overridden").asBoolean()).isFalse();
        assertThat(fall.at("/change/answers").asDouble()).isEqualTo(-0.0125, within(1e-9));
    }

    @Test
    void without_answers_the_cause_is_not_told_and_all_of_the_change_is_rest() {
        var egdi = Company.automatic().unit("u").finalizes("u", "2023", 3).finalizes("u", "2024", 1);
        var fall = only(egdi.ok("/api/v1/reports/backslides?model=egdi").json());
        assertThat(fall.at("/cause").asString()).isEqualTo("not-told");
        change(fall, -0.5, 0, 0, 0, 0, -0.5);
    }

    @Test
    void what_respondents_agreed_on_is_what_counts() {
        company.unit("u");
        finalizes("u", "2023", V1, answers(80, 80, 60, 60));
        var stream = StreamId.assessment(company.tenant(), new UnitCode("u"), V1.key(), Period.parse("2024"));
        var events = new ArrayList<Event>();
        events.add(new AssessmentOpened(new UnitCode("u"), V1, Period.parse("2024")));
        for (var it : answers(80, 80, 60, 60).entrySet()) {
            var question = new QuestionKey(it.getKey());
            events.add(new AnswerRecorded(question, it.getValue(), null, new ActorId("user:ann")));
            events.add(new AnswerRecorded(question, Answer.of(AnswerValue.of(0.0)), null, new ActorId("user:bob")));
            events.add(new AnswerAgreed(question, null, Answer.of(AnswerValue.of(20.0)), null));
        }
        events.add(new AssessmentSubmitted());
        events.add(new AssessmentFinalized(
                new UnitCode("u"), V1, Period.parse("2024"), profile(V1, "2024", answers(20, 20, 20, 20))));
        company.record(stream, events.toArray(Event[]::new));
        var fall = only(company.ok(REPORT).json());
        assertThat(fall.at("/cause").asString()).isEqualTo("answer-changed");
        // a1 was agreed without evidence, so it counts nothing either way
        assertThat(fall.at("/change/newAnswers").asDouble()).isEqualTo(-0.55, within(1e-9));
    }

    @Test
    void a_fall_is_material_when_it_is_more_than_the_error_of_measurement() {
        for (var i = 0; i < 12; i++) {
            company.unit("u" + i);
            finalizes("u" + i, "2023", V1, answers(10 + 7 * i, 12 + 7 * i, 14 + 6 * i, 8 + 7 * i));
        }
        finalizes("u8", "2024", V1, answers(20, 20, 20, 20));
        finalizes("u6", "2024", V1, answers(48, 50, 50, 50));
        var report = company.ok(REPORT).json();
        assertThat(texts(report.at("/items"), "/unit")).containsExactly("u6", "u8");
        var a = new double[12];
        var b = new double[12];
        for (var i = 0; i < 12; i++) {
            a[i] = (22 + 14 * i) / 200.0;
            b[i] = (22 + 13 * i) / 200.0;
        }
        var sum = new double[12];
        for (var i = 0; i < 12; i++) sum[i] = a[i] + b[i];
        var alpha = 2 * (1 - (variance(a) + variance(b)) / variance(sum));
        var sem = Math.sqrt(variance(sum) / 4) * Math.sqrt(1 - alpha);
        for (var fall : report.at("/items")) {
            var delta = Math.abs(fall.at("/change/total").asDouble());
            assertThat(fall.at("/materiality/sem").asDouble()).isEqualTo(sem, within(1e-9));
            assertThat(fall.at("/materiality/alpha").asDouble()).isEqualTo(alpha, within(1e-9));
            assertThat(fall.at("/materiality/ratio").asDouble()).isEqualTo(delta / (Math.sqrt(2) * sem), within(1e-7));
            assertThat(fall.at("/materiality/material").asBoolean()).isEqualTo(delta / (Math.sqrt(2) * sem) > 1.96);
        }
        assertThat(report.at("/items/1/materiality/material").asBoolean()).isTrue();
    }

    @Test
    void who_left_before_the_end_of_a_period_did_not_fall_in_it() {
        var egdi = Company.whoseYearStarts("04-01").unit("u").unit("v");
        for (var unit : List.of("u", "v"))
            egdi.finalizes(unit, "2023", 3).finalizes(unit, "2024", 2).finalizes(unit, "2025", 1);
        egdi.retires("u", "2025-03-30").retires("v", "2025-03-31");
        var report = egdi.ok("/api/v1/reports/backslides?model=egdi").json();
        assertThat(texts(report.at("/items"), "/unit")).containsExactly("v");
        assertThat(texts(report.at("/items"), "/to/period")).containsExactly("2024");
    }

    @Test
    void of_periods_that_end_together_the_longest_counts() {
        var egdi = Company.automatic()
                .unit("u")
                .finalizes("u", "2023", 3)
                .finalizes("u", "2024-Q4", 1)
                .finalizes("u", "2024", 2);
        var fall = only(egdi.ok("/api/v1/reports/backslides?model=egdi").json());
        assertThat(fall.at("/from/period").asString()).isEqualTo("2023");
        assertThat(fall.at("/to/period").asString()).isEqualTo("2024");
    }

    @Test
    void falls_are_paged_in_the_order_of_periods_and_told_within_the_window_as_they_were_known() {
        company.unit("top").unit("x", "top").unit("y");
        for (var unit : List.of("x", "y")) {
            finalizes(unit, "2022", V1, answers(95, 95, 95, 95));
            finalizes(unit, "2023", V1, answers(60, 60, 60, 60));
        }
        var then = company.now();
        for (var unit : List.of("x", "y")) finalizes(unit, "2024", V1, answers(10, 10, 10, 10));
        var first = company.ok(REPORT + "&limit=3").json();
        assertThat(texts(first.at("/items"), "/to/period")).containsExactly("2023", "2023", "2024");
        assertThat(texts(first.at("/items"), "/unit")).containsExactly("x", "y", "x");
        var cursor = first.at("/next").asString();
        var second = company.ok(REPORT + "&limit=3&cursor=" + encoded(cursor)).json();
        assertThat(texts(second.at("/items"), "/unit")).containsExactly("y");
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(items(REPORT + "&from=2023")).isEqualTo(2);
        assertThat(items(REPORT + "&to=2023")).isEqualTo(2);
        assertThat(items(REPORT + "&under=top")).isEqualTo(2);
        assertThat(items(REPORT + "&recordedAt=" + encoded(then))).isEqualTo(2);
        assertThat(Company.automatic().get(REPORT).status())
                .as("another company knows no such model")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "model=egdi&from=x, 400",
        "model=egdi&from=2024&to=2024, 400",
        "model=egdi&under=nobody, 404",
        "model=nothing, 404",
        "model=egdi&limit=0, 400",
        "model=egdi&cursor=x, 400",
        "from=2024, 400",
    })
    void what_cannot_be_answered_is_refused(String query, int status) {
        assertThat(company.get("/api/v1/reports/backslides?" + query).status()).isEqualTo(status);
    }

    private int items(String path) {
        return company.ok(path).at("/items").size();
    }

    private StreamId finalizes(String unit, String period, ModelRef model, Map<String, Answer> answers) {
        return finalizes(unit, period, model, answers, null);
    }

    private StreamId finalizes(
            String unit, String period, ModelRef model, Map<String, Answer> answers, Comparison comparison) {
        var code = new UnitCode(unit);
        var at = Period.parse(period);
        var stream = StreamId.assessment(company.tenant(), code, model.key(), at);
        var events = new ArrayList<Event>();
        events.add(new AssessmentOpened(code, model, at));
        answers.forEach((question, answer) -> events.add(new AnswerRecorded(new QuestionKey(question), answer, null)));
        events.add(new AssessmentSubmitted());
        events.add(new AssessmentFinalized(code, model, at, profile(model, period, answers), null, comparison));
        company.record(stream, events.toArray(Event[]::new));
        return stream;
    }

    private static io.cairn.language.Profile profile(ModelRef model, String period, Map<String, Answer> answers) {
        var agreed = new HashMap<QuestionKey, AgreedAnswer>();
        answers.forEach((question, answer) -> agreed.put(new QuestionKey(question), AgreedAnswer.of(answer)));
        var definition = definition(model, model.equals(V1) ? 0.5 : 0.7);
        return Scoring.profile(
                ModelFile.read(definition).model(), agreed, LocalDate.of(Integer.parseInt(period), 12, 31));
    }

    private void decides(String unit, String period, int from, int to, TransitionCause cause, boolean overridden) {
        var keys = List.of("none", "begun", "running", "steered");
        company.record(
                company.journey(new UnitCode(unit), V1.key()),
                new StageTransitioned(
                        UUID.randomUUID(),
                        new UnitCode(unit),
                        V1,
                        Period.parse(period),
                        new StageRef(from, keys.get(from)),
                        new StageRef(to, keys.get(to)),
                        Direction.REGRESS,
                        List.of(),
                        cause,
                        new ActorId("user:ann"),
                        overridden,
                        FreeText.of("not yet")));
    }

    /** Percentages of a1, a2, b1, b2; a1 with evidence without end. */
    private static Map<String, Answer> answers(int... percentages) {
        var answers = new LinkedHashMap<String, Answer>();
        answers.put("a1", evidenced(percentages[0], null));
        answers.put("a2", Answer.of(AnswerValue.of((double) percentages[1])));
        answers.put("b1", Answer.of(AnswerValue.of((double) percentages[2])));
        answers.put("b2", Answer.of(AnswerValue.of((double) percentages[3])));
        return answers;
    }

    private static Answer evidenced(int percentage, LocalDate expires) {
        return new Answer(
                new Response.Given(AnswerValue.of((double) percentage)),
                null,
                List.of(new Evidence("https://wiki.example/plan", null, expires)),
                null);
    }

    private static JsonNode only(JsonNode page) {
        assertThat(page.at("/items").size()).isEqualTo(1);
        return page.at("/items/0");
    }

    private static void change(
            JsonNode fall, double total, double answers, double scope, double evidence, double version, double rest) {
        var change = fall.at("/change");
        assertThat(change.at("/total").asDouble()).isEqualTo(total, within(1e-9));
        assertThat(change.at("/answers").asDouble()).isEqualTo(answers, within(1e-9));
        assertThat(change.at("/scope").asDouble()).isEqualTo(scope, within(1e-9));
        assertThat(change.at("/evidence").asDouble()).isEqualTo(evidence, within(1e-9));
        assertThat(change.at("/newAnswers").asDouble()).isEqualTo(answers + scope + evidence, within(1e-9));
        assertThat(change.at("/newVersion").asDouble()).isEqualTo(version, within(1e-9));
        assertThat(change.at("/rest").asDouble()).isEqualTo(rest, within(1e-9));
    }

    private static double variance(double[] values) {
        var mean = java.util.Arrays.stream(values).average().orElseThrow();
        return java.util.Arrays.stream(values)
                        .map(it -> (it - mean) * (it - mean))
                        .sum()
                / (values.length - 1);
    }
}
