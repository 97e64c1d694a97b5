package io.cairn.reporting.difference;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.eventstore.Channel;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.maturity.ShippedModels;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    private static final QuestionKey OSI = new QuestionKey("osi");
    private static final QuestionKey HCI = new QuestionKey("hci");
    private static final QuestionKey TII = new QuestionKey("tii");
    private static final ModelRef EGDI_1 = ModelRef.of("egdi", "1.0.0");
    /** As the shipped one, but that answers need evidence, without which they count half, and may not apply. */
    private static final ModelRef OWN = ModelRef.of("our-own", "2.0.0");

    private static final String PATH = "/api/v1/reports/units/a/difference?model=";

    private static Answer answer(double value) {
        return Answer.of(AnswerValue.of(value));
    }

    private static AnswerRecorded recorded(QuestionKey question, double value) {
        return new AnswerRecorded(question, answer(value), null);
    }

    private static Answer proven(double value, String expires) {
        var evidence = new Evidence("https://wiki.example/plan", null, LocalDate.parse(expires));
        return new Answer(new Response.Given(AnswerValue.of(value)), null, List.of(evidence), null);
    }

    private static Company answered(String period, double osi, double hci, double tii) {
        return answered(Company.automatic().unit("a"), Company.EGDI, period, osi, hci, tii);
    }

    private static Company answered(
            Company company, ModelRef model, String period, double osi, double hci, double tii) {
        var stream = stream(company, model, period);
        return company.record(
                stream,
                new AssessmentOpened(new UnitCode("a"), model, Period.parse(period)),
                recorded(OSI, osi),
                recorded(HCI, hci),
                recorded(TII, tii));
    }

    private static StreamId stream(Company company, ModelRef model, String period) {
        return StreamId.assessment(company.tenant(), new UnitCode("a"), model.key(), Period.parse(period));
    }

    @Test
    void a_correction_tells_who_changed_what_why_and_what_it_was_worth() {
        var company = answered("2024", 0.3, 0.3, 0.3);
        var july = company.now();
        company.actingAs("user:fay", Channel.API)
                .record(
                        stream(company, Company.EGDI, "2024"),
                        new AnswerChanged(OSI, answer(0.3), answer(0.9), FreeText.of("measured again"), null),
                        new AnswerChanged(HCI, answer(0.3), answer(0.6), null, null));
        var told = company.ok(PATH + "egdi&from=2024&fromRecorded=" + encoded(july));
        assertThat(told.at("/before/score").asDouble()).isEqualTo(0.3);
        assertThat(told.at("/before/found/key").asString()).isEqualTo("middle");
        assertThat(told.at("/before/recorded").asString()).isEqualTo(july.toString());
        assertThat(told.at("/after/score").asDouble()).isEqualTo(0.6);
        assertThat(told.at("/after/found/key").asString()).isEqualTo("high");
        assertThat(told.at("/after/recorded").isNull()).isTrue();
        assertThat(texts(told.at("/causes"), "/kind")).containsExactly("answer-changed", "answer-changed");
        var cause = told.at("/causes/0");
        assertThat(cause.at("/question").asString()).isEqualTo("osi");
        assertThat(cause.at("/from").asDouble()).isEqualTo(0.3);
        assertThat(cause.at("/to").asDouble()).isEqualTo(0.9);
        assertThat(cause.at("/by").asString()).isEqualTo("user:fay");
        assertThat(cause.at("/reason").asString()).isEqualTo("measured again");
        assertThat(cause.at("/at").asString()).isEqualTo(company.now().toString());
        assertThat(cause.at("/worth/score").asDouble()).isEqualTo(0.2);
        assertThat(cause.at("/worth/dimension").asDouble()).isEqualTo(0.6);
        assertThat(cause.at("/worth/stageWithout/key").asString()).isEqualTo("middle");
        assertThat(cause.at("/worth/movesStage").asBoolean()).isTrue();
        assertThat(told.at("/causes/1/worth/movesStage").asBoolean()).isFalse();
        assertThat(told.at("/change/score").asDouble()).isEqualTo(0.3);
        assertThat(told.at("/rest/score").asDouble()).isZero();
        assertThat(told.at("/rest/stage").asBoolean()).isFalse();
    }

    @Test
    void where_only_several_together_move_the_stage_the_rest_says_so() {
        var company = answered("2024", 0.2, 0.2, 0.2);
        var july = company.now();
        company.record(
                stream(company, Company.EGDI, "2024"),
                new AnswerChanged(OSI, answer(0.2), answer(0.3), null, null),
                new AnswerChanged(HCI, answer(0.2), answer(0.3), null, null),
                new AnswerChanged(TII, answer(0.2), answer(0.3), null, null));
        var told = company.ok(PATH + "egdi&from=2024&fromRecorded=" + encoded(july));
        assertThat(told.at("/after/found/key").asString()).isEqualTo("middle");
        assertThat(texts(told.at("/causes"), "/worth/movesStage")).containsExactly("false", "false", "false");
        assertThat(told.at("/rest/stage").asBoolean()).isTrue();
        assertThat(told.at("/rest/method").asString()).contains("rest");
    }

    @Test
    void what_was_withdrawn_answered_or_judged_by_a_reviewer_is_told_as_such() {
        var company = answered("2024", 0.3, 0.3, 0.3);
        var july = company.now();
        company.actingAs("user:rev", Channel.API)
                .record(
                        stream(company, Company.EGDI, "2024"),
                        new AnswerWithdrawn(OSI, answer(0.3), FreeText.of("asked too early")),
                        new PointsOverridden(HCI, new BigDecimal("0.3"), new BigDecimal("0.8"), FreeText.of("seen")));
        var told = company.ok(PATH + "egdi&from=2024&fromRecorded=" + encoded(july));
        assertThat(texts(told.at("/causes"), "/kind")).containsExactly("unanswered", "points-overridden");
        assertThat(texts(told.at("/causes"), "/by")).containsExactly("user:rev", "user:rev");
        assertThat(texts(told.at("/causes"), "/reason")).containsExactly("asked too early", "seen");
        assertThat(told.at("/causes/0/to").isNull()).isTrue();
        assertThat(told.at("/causes/1/from").asDouble()).isEqualTo(0.3);
        assertThat(told.at("/causes/1/to").asDouble()).isEqualTo(0.8);
        var back = company.ok(PATH + "egdi&from=2024&toRecorded=" + encoded(july));
        assertThat(texts(back.at("/causes"), "/kind")).containsExactly("answered", "points-overridden");
    }

    @Test
    void evidence_that_expired_and_what_does_not_apply_any_more_are_causes() {
        var company = Company.automatic().unit("a");
        var text = ShippedModels.find(Company.EGDI)
                .orElseThrow()
                .text()
                .replace("key: egdi", "key: our-own")
                .replace("notApplicable: false", "notApplicable: true\n  evidenceRequired: true")
                .replace("minimumCoverage: 1", "minimumCoverage: 1\nevidence: {expired: 0.5}");
        company.record(StreamId.model(company.tenant(), OWN.key()), new ModelVersionPublished(OWN, text, "digest"));
        for (var period : List.of("2023", "2024"))
            company.record(
                    stream(company, OWN, period),
                    new AssessmentOpened(new UnitCode("a"), OWN, Period.parse(period)),
                    new AnswerRecorded(OSI, proven(0.8, "2024-06-30"), null),
                    new AnswerRecorded(
                            HCI,
                            period.equals("2023") ? proven(0.2, "2030-01-01") : Answer.notApplicable("sold"),
                            null),
                    new AnswerRecorded(TII, proven(0.4, "2030-01-01"), null));
        var told = company.ok(PATH + "our-own&from=2023&to=2024");
        assertThat(texts(told.at("/causes"), "/kind")).containsExactly("evidence-expired", "scope-changed");
        var expired = told.at("/causes/0");
        assertThat(expired.at("/from").asDouble()).isEqualTo(0.8);
        assertThat(expired.at("/to").asDouble()).isEqualTo(0.4);
        assertThat(expired.at("/by").isNull()).isTrue();
        assertThat(expired.at("/worth/score").asDouble()).as("(0.4 − 0.8) / 2").isEqualTo(-0.2);
        assertThat(told.at("/causes/1/to/notApplicable/reason").asString()).isEqualTo("sold");
        assertThat(told.at("/causes/1/worth/score").asDouble())
                .as("0.4, and 1/3 with what applied before")
                .isEqualTo(0.4 - 1.0 / 3, within(1e-9));
        assertThat(told.at("/change/score").asDouble()).isEqualTo(0.4 - 1.4 / 3, within(1e-9));
        assertThat(told.at("/rest/score").asDouble()).isEqualTo(0.4 - 1.4 / 3 + 0.2 - (0.4 - 1.0 / 3), within(2e-9));
    }

    @Test
    void a_new_version_of_the_model_is_told_apart_from_the_answers() {
        var company = answered(Company.automatic().unit("a"), EGDI_1, "2023", 0.3, 0.3, 0.3);
        answered(company, Company.EGDI, "2024", 0.6, 0.3, 0.3);
        var told = company.ok(PATH + "egdi&from=2023&to=2024");
        assertThat(texts(told.at("/causes"), "/kind")).containsExactly("answer-changed", "model-version");
        assertThat(told.at("/change/score").isNull()).isTrue();
        assertThat(told.at("/change/share").asDouble()).isEqualTo(0.1, within(1e-9));
        assertThat(told.at("/causes/1/from").asString()).isEqualTo("1.0.0");
        assertThat(told.at("/causes/0/worth/share").asDouble()
                        + told.at("/causes/1/worth/share").asDouble())
                .as("answers under the old version, then the new one")
                .isEqualTo(0.1, within(2e-9));
        assertThat(told.at("/rest/share").asDouble()).isEqualTo(0, within(2e-9));
    }

    @Test
    void a_stage_that_was_decided_otherwise_than_it_was_found_is_a_cause() {
        var company = Company.confirming().unit("a").finalizes("a", "2023", 2);
        company.decides("a", "2023").taken(null, 2);
        company.finalizes("a", "2024", 2).decides("a", "2024").overridden(2, 3, "user:ann", "the portal is live");
        var told = company.ok(PATH + "egdi&from=2023&to=2024");
        assertThat(texts(told.at("/causes"), "/kind")).containsExactly("stage-decided");
        assertThat(told.at("/causes/0/from/key").asString()).isEqualTo("middle");
        assertThat(told.at("/causes/0/to/key").asString()).isEqualTo("high");
        assertThat(told.at("/causes/0/by").asString()).isEqualTo("user:ann");
        assertThat(told.at("/causes/0/reason").asString()).isEqualTo("the portal is live");
        assertThat(told.at("/change/stages").asInt()).isEqualTo(1);
    }

    @Test
    void from_nothing_and_between_the_same_there_is_no_cause() {
        var company = Company.automatic().unit("a");
        var before = company.now();
        answered(company, Company.EGDI, "2024", 0.3, 0.3, 0.3);
        var told = company.ok(PATH + "egdi&from=2024&fromRecorded=" + encoded(before));
        assertThat(told.at("/before/period").isNull()).isTrue();
        assertThat(told.at("/causes")).isEmpty();
        assertThat(told.at("/change/score").isNull()).isTrue();
        var same = company.ok(PATH + "egdi&from=2024");
        assertThat(same.at("/causes")).isEmpty();
        assertThat(same.at("/change/score").asDouble()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"egdi&from=x, 400", "egdi, 400", "egdi&from=2024&toRecorded=x, 400", "nothing&from=2024, 404"})
    void what_cannot_be_asked_is_refused(String query, int status) {
        assertThat(Company.automatic().unit("a").get(PATH + query).status()).isEqualTo(status);
    }

    @Test
    void who_only_looks_on_does_not_ask() {
        assertThat(Company.automatic()
                        .unit("a")
                        .get(Role.VIEWER, PATH + "egdi&from=2024")
                        .status())
                .isEqualTo(403);
    }
}
