package io.cairn.reporting.asof;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.CarriedAnswer;
import io.cairn.language.FreeText;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerConfirmed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.language.event.AssessmentEvent.RespondentAssigned;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import io.cairn.reporting.RunningReports.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AsOfTest {
    private static final QuestionKey OSI = new QuestionKey("osi");
    private static final QuestionKey HCI = new QuestionKey("hci");
    private static final QuestionKey TII = new QuestionKey("tii");

    private static Answer answer(double value) {
        return Answer.of(AnswerValue.of(value));
    }

    private static Answer because(double value, String rationale) {
        return new Answer(new Response.Given(AnswerValue.of(value)), FreeText.of(rationale), List.of(), null);
    }

    private static AnswerRecorded recorded(QuestionKey question, double value) {
        return new AnswerRecorded(question, answer(value), null);
    }

    private static Company company() {
        return Company.automatic().unit("a").opens("a", "2024");
    }

    private static String of(Company company, String period) {
        return "/api/v1/reports/assessments/" + company.assessment("a", period).value() + "/as-of";
    }

    private static Reply then(Company company, Instant recorded) {
        return company.ok(of(company, "2024") + "?recorded=" + encoded(recorded));
    }

    @Test
    void before_a_change_it_is_the_answer_before_it_and_the_profile_that_followed() {
        var company = company();
        var stream = company.assessment("a", "2024");
        company.record(
                stream,
                new AnswerRecorded(OSI, because(0.3, "as measured"), null),
                recorded(HCI, 0.3),
                recorded(TII, 0.3));
        var spring = company.now();
        company.actingAs("user:bob", Channel.API)
                .record(stream, new AnswerChanged(OSI, answer(0.3), answer(0.9), FreeText.of("new portal"), null));

        var then = then(company, spring);
        assertThat(texts(then.at("/answers"), "/question")).containsExactly("osi", "hci", "tii");
        assertThat(texts(then.at("/answers"), "/value")).containsExactly("0.3", "0.3", "0.3");
        assertThat(then.at("/answers/0/rationale").asString()).isEqualTo("as measured");
        assertThat(then.at("/answers/0/by").asString()).isEqualTo("key:facilitator");
        assertThat(then.at("/answers/0/how").asString()).isEqualTo("shared");
        assertThat(then.at("/answers/0/at").asString()).isEqualTo(spring.toString());
        assertThat(then.at("/profile/source").asString()).isEqualTo("scored");
        assertThat(then.at("/profile/overall/stage/key").asString()).isEqualTo("middle");
        assertThat(then.at("/profile/overall/score").asDouble()).isEqualTo(0.3);
        assertThat(then.at("/status").asString()).isEqualTo("open");
        assertThat(then.at("/effective/to").asString()).isEqualTo("2024-12-31");
        assertThat(then.at("/asked/recorded").asString()).isEqualTo(spring.toString());

        var now = company.ok(of(company, "2024"));
        assertThat(texts(now.at("/answers"), "/value")).containsExactly("0.9", "0.3", "0.3");
        assertThat(now.at("/answers/0/by").asString()).isEqualTo("user:bob");
        assertThat(now.at("/profile/overall/score").asDouble()).isEqualTo(0.5);
        assertThat(now.at("/asked/recorded").isNull()).isTrue();
    }

    @Test
    void a_profile_that_was_put_down_then_is_the_one_shown() {
        var company = company().finalizes("a", "2024", 4);
        var finalized = company.now();
        company.reopens("a", "2024").record(company.assessment("a", "2024"), recorded(OSI, 0.1));
        var then = then(company, finalized);
        assertThat(then.at("/status").asString()).isEqualTo("finalized");
        assertThat(then.at("/profile/source").asString()).isEqualTo("stored");
        assertThat(then.at("/profile/overall/stage/key").asString()).isEqualTo("very-high");
        assertThat(then.at("/stage/counts/key").asString()).isEqualTo("very-high");
        var now = company.ok(of(company, "2024"));
        assertThat(now.at("/status").asString()).isEqualTo("open");
        assertThat(now.at("/profile/source").asString()).isEqualTo("scored");
        assertThat(now.at("/stage/reopened").asBoolean()).isTrue();
    }

    @Test
    void a_corrected_past_tells_both_truths_and_who_decided_them() {
        var company = Company.confirming().unit("a").finalizes("a", "2023", 2);
        company.decides("a", "2023").taken(null, 2);
        var then = company.now();
        company.reopens("a", "2023")
                .finalizes("a", "2023", 4)
                .decides("a", "2023")
                .again("2")
                .correctedBy("user:ann", 2, 4);
        var path = "/api/v1/reports/units/a/as-of?model=egdi&effective=2023";
        var known = company.ok(path + "&recorded=" + encoded(then));
        assertThat(known.at("/stage/counts/key").asString()).isEqualTo("middle");
        assertThat(known.at("/profile/overall/stage/key").asString()).isEqualTo("middle");
        var knows = company.ok(path);
        assertThat(knows.at("/stage/counts/key").asString()).isEqualTo("very-high");
        assertThat(knows.at("/stage/decision/by").asString()).isEqualTo("user:ann");
        assertThat(knows.at("/stage/decision/cause").asString()).isEqualTo("correction");
    }

    @Test
    void for_another_period_it_is_that_one_s_assessment_or_the_latest_before_it() {
        var company = Company.automatic()
                .unit("a")
                .finalizes("a", "2023", 1)
                .finalizes("a", "2025", 3)
                .opens("a", "2026")
                .cancels("a", "2026");
        assertThat(company.ok(of(company, "2023") + "?effective=2024")
                        .at("/period")
                        .asString())
                .isEqualTo("2023");
        assertThat(company.ok(of(company, "2023") + "?effective=2026")
                        .at("/period")
                        .asString())
                .isEqualTo("2025");
        assertThat(company.ok(of(company, "2026")).at("/status").asString()).isEqualTo("cancelled");
        assertThat(company.ok("/api/v1/reports/units/a/as-of?model=egdi")
                        .at("/period")
                        .asString())
                .isEqualTo("2025");
    }

    @Test
    void before_anything_was_known_there_is_nothing_to_tell() {
        var company = Company.automatic().unit("a");
        var before = company.now();
        company.opens("a", "2024");
        var then = then(company, before);
        assertThat(then.at("/period").isNull()).isTrue();
        assertThat(then.at("/profile").isNull()).isTrue();
        assertThat(then.at("/answers")).isEmpty();
        assertThat(then.at("/asked/effective").asString()).isEqualTo("2024");
    }

    @Test
    void of_votes_it_is_what_all_say_or_the_facilitator_settled() {
        var ann = new ActorId("user:ann");
        var bob = new ActorId("user:bob");
        var company = company();
        var stream = company.assessment("a", "2024");
        company.record(stream, new RespondentAssigned(ann, List.of()), new RespondentAssigned(bob, List.of()))
                .record(stream, new AnswerRecorded(OSI, because(0.4, "mine"), null, ann));
        var one = company.now();
        company.record(stream, new AnswerRecorded(OSI, answer(0.6), null, bob));
        var differ = company.now();
        company.record(stream, new AnswerAgreed(OSI, null, because(0.5, "both"), FreeText.of("we talked")));
        var settled = company.now();
        company.record(stream, new ConsensusRoundStarted(OSI, answer(0.5), null))
                .record(stream, new AnswerChanged(OSI, answer(0.6), answer(0.4), null, null, bob));
        var same = company.now();
        company.record(stream, new AnswerWithdrawn(OSI, answer(0.4), null, ann));

        assertThat(then(company, one).at("/answers/0/value").asString()).isEqualTo("0.4");
        assertThat(then(company, one).at("/answers/0/how").asString()).isEqualTo("votes");
        assertThat(then(company, differ).at("/answers")).isEmpty();
        assertThat(texts(then(company, differ).at("/unsettled"), "")).containsExactly("osi");
        assertThat(then(company, settled).at("/answers/0/value").asString()).isEqualTo("0.5");
        assertThat(then(company, settled).at("/answers/0/how").asString()).isEqualTo("agreed");
        assertThat(then(company, settled).at("/answers/0/rationale").asString()).isEqualTo("both");
        assertThat(then(company, same).at("/answers/0/how").asString()).isEqualTo("votes");
        assertThat(then(company, same).at("/answers/0/rationale").asString())
                .as("the first there is")
                .isEqualTo("mine");
        assertThat(company.ok(of(company, "2024")).at("/answers/0/value").asString())
                .isEqualTo("0.4");
    }

    @Test
    void a_reviewer_s_points_stand_while_what_counts_says_the_same() {
        var ann = new ActorId("user:ann");
        var bob = new ActorId("user:bob");
        var company = company();
        var stream = company.assessment("a", "2024");
        company.record(stream, new RespondentAssigned(ann, List.of()), new RespondentAssigned(bob, List.of()))
                .record(stream, new AnswerRecorded(OSI, answer(0.4), null, ann), recorded(HCI, 0.2));
        company.actingAs("user:rev", Channel.API)
                .record(
                        stream,
                        new PointsOverridden(OSI, new BigDecimal("0.4"), new BigDecimal("0.9"), FreeText.of("seen")),
                        new PointsOverridden(HCI, new BigDecimal("0.2"), new BigDecimal("0.7"), FreeText.of("seen")));
        company.record(stream, new AnswerRecorded(OSI, because(0.4, "so do I"), null, bob));
        var same = company.now();
        company.record(stream, new AnswerChanged(OSI, answer(0.4), answer(0.5), null, null, bob));
        var differ = company.now();
        company.record(stream, new AnswerChanged(OSI, answer(0.5), answer(0.4), null, null, bob));
        var again = company.now();
        company.record(stream, new AnswerChanged(HCI, answer(0.2), because(0.2, "in other words"), null, null));
        var reworded = company.now();
        company.record(stream, new AnswerChanged(HCI, because(0.2, "in other words"), answer(0.3), null, null));

        var stands = then(company, same);
        assertThat(texts(stands.at("/answers"), "/overridden")).containsExactly("true", "true");
        assertThat(texts(stands.at("/answers"), "/points")).containsExactly("0.9", "0.7");
        assertThat(stands.at("/answers/0/judgedBy").asString()).isEqualTo("user:rev");
        assertThat(texts(then(company, differ).at("/answers"), "/question")).containsExactly("hci");
        var gone = then(company, again);
        assertThat(texts(gone.at("/answers"), "/overridden"))
                .as("it was not the same all the time")
                .containsExactly("false", "true");
        assertThat(texts(then(company, reworded).at("/answers"), "/overridden")).containsExactly("false", "true");
        assertThat(texts(company.ok(of(company, "2024")).at("/answers"), "/overridden"))
                .containsExactly("false", "false");
    }

    @Test
    void what_is_carried_over_counts_from_its_confirmation_on_and_a_new_beginning_forgets_all() {
        var company = Company.automatic().unit("a");
        var stream = company.assessment("a", "2024");
        var opened = new AssessmentOpened(
                new UnitCode("a"),
                Company.EGDI,
                Period.parse("2024"),
                Period.parse("2023"),
                Company.EGDI.version(),
                List.of(new CarriedAnswer(OSI, answer(0.4)), new CarriedAnswer(HCI, Answer.notApplicable("none"))));
        company.record(stream, opened);
        var carried = company.now();
        company.record(stream, new AnswerConfirmed(OSI, answer(0.4)));
        var confirmed = company.now();
        company.cancels("a", "2024").opens("a", "2024");

        assertThat(then(company, carried).at("/answers")).isEmpty();
        assertThat(texts(then(company, carried).at("/unconfirmed"), "/question"))
                .containsExactly("osi", "hci");
        assertThat(then(company, carried)
                        .at("/unconfirmed/1/notApplicable/reason")
                        .asString())
                .isEqualTo("none");
        assertThat(texts(then(company, confirmed).at("/answers"), "/question")).containsExactly("osi");
        assertThat(texts(then(company, confirmed).at("/unconfirmed"), "/question"))
                .containsExactly("hci");
        var now = company.ok(of(company, "2024"));
        assertThat(now.at("/answers")).isEmpty();
        assertThat(now.at("/unconfirmed")).isEmpty();
    }

    @Test
    void erased_words_show_as_erased_at_any_time() {
        var company = company();
        company.record(company.assessment("a", "2024"), new AnswerRecorded(OSI, because(0.4, "Ann Example"), null));
        var then = company.now();
        assertThat(then(company, then).at("/answers/0/rationale").asString()).isEqualTo("Ann Example");
        JdbcClient.create(RunningReports.DATABASE.superuser())
                .sql("delete from eventstore.event_text where position = :position")
                .param("position", company.position())
                .update();
        assertThat(then(company, then).at("/answers/0/rationale").asString()).isEqualTo("(erased)");
    }

    @ParameterizedTest
    @CsvSource({"effective=never,?effective", "recorded=yesterday,?recorded"})
    void what_is_no_period_or_time_is_a_400_that_points_to_it(String query, String pointer) {
        var company = company();
        for (var path : List.of(of(company, "2024") + "?", "/api/v1/reports/units/a/as-of?model=egdi&")) {
            var reply = company.get(path + query);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
    }

    @Test
    void what_is_unknown_or_another_tenant_s_is_a_404() {
        var company = company();
        var other = company();
        assertThat(company.get(of(other, "2024")).status()).isEqualTo(404);
        assertThat(company.get("/api/v1/reports/units/b/as-of?model=egdi").status())
                .isEqualTo(404);
        assertThat(company.get("/api/v1/reports/units/a/as-of?model=nothing").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RESPONDENT", "VIEWER"})
    void who_fills_in_or_only_looks_on_does_not_ask(Role role) {
        var company = company();
        assertThat(company.get(role, of(company, "2024")).status()).isEqualTo(403);
    }
}
