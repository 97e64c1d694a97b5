package io.cairn.reporting.timeline;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Direction;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StreamId;
import io.cairn.language.TransitionCause;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.maturity.ShippedModels;
import io.cairn.reporting.Company;
import io.cairn.reporting.Results;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TimelineTest {
    private static final String A = "/api/v1/reports/timeline?unit=a&model=egdi";

    @Test
    void points_stand_in_the_order_of_their_periods_whatever_the_order_of_recording() {
        var company = Company.automatic()
                .unit("a")
                .finalizes("a", "2024-Q3", 3)
                .finalizes("a", "2023-Q4", 2)
                .finalizes("a", "2024-Q1", 1);
        var points = company.ok(A).at("/points");
        assertThat(texts(points, "/period")).containsExactly("2023-Q4", "2024-Q1", "2024-Q3");
        assertThat(texts(points, "/stage/ordinal")).containsExactly("2", "1", "3");
    }

    @Test
    void where_the_policy_takes_stages_at_once_a_stage_counts_before_the_journey_has_said_so() {
        var point = only(Company.automatic().unit("a").finalizes("a", "2024", 3));
        assertThat(point.at("/stage").toString()).isEqualTo("{\"ordinal\":3,\"key\":\"high\",\"title\":\"High\"}");
        assertThat(point.at("/proposed").isNull()).isTrue();
        assertThat(point.at("/transition").isNull()).isTrue();
        assertThat(point.at("/score").asDouble()).isEqualTo(0.6);
        assertThat(point.at("/max").asDouble()).isEqualTo(1);
        assertThat(point.at("/coverage").asDouble()).isEqualTo(1);
        assertThat(point.at("/modelVersion").asString()).isEqualTo("2.0.0");
        assertThat(point.at("/effective/from").asString()).isEqualTo("2024-01-01");
        assertThat(point.at("/effective/to").asString()).isEqualTo("2024-12-31");
        assertThat(point.at("/dimensions/0/key").asString()).isEqualTo("online-services");
        assertThat(point.at("/dimensions/0/title").asString()).isEqualTo("Online services");
        assertThat(point.at("/dimensions/0/stage/key").asString()).isEqualTo("high");
    }

    @Test
    void a_transition_tells_from_where_and_past_what() {
        var company = Company.automatic()
                .unit("a")
                .finalizes("a", "2023", 1)
                .decides("a", "2023")
                .taken(null, 1)
                .finalizes("a", "2024", 4)
                .decides("a", "2024")
                .taken(1, 4);
        var transition = company.ok(A).at("/points/1/transition");
        assertThat(transition.at("/from/key").asString()).isEqualTo("low");
        assertThat(transition.at("/to/key").asString()).isEqualTo("very-high");
        assertThat(transition.at("/direction").asString()).isEqualTo("advance");
        assertThat(transition.at("/cause").asString()).isEqualTo("assessment");
        assertThat(texts(transition.at("/skipped"), "/key")).containsExactly("middle", "high");
        assertThat(transition.at("/overridden").asBoolean()).isFalse();
        assertThat(transition.at("/decidedBy").isNull()).isTrue();
    }

    @Test
    void a_transition_that_a_new_version_of_the_model_brought_says_so() {
        var company = Company.automatic()
                .unit("a")
                .finalizes("a", "2023", 3)
                .decides("a", "2023")
                .taken(null, 3)
                .finalizes("a", "2024", 2)
                .decides("a", "2024")
                .movedByTheModel(3, 2);
        var transition = company.ok(A).at("/points/1/transition");
        assertThat(transition.at("/cause").asString()).isEqualTo("model-version");
        assertThat(transition.at("/direction").asString()).isEqualTo("regress");
    }

    @Test
    void the_stage_it_came_from_is_called_as_the_version_called_it_under_which_it_stood() {
        var text = ShippedModels.find(Company.EGDI)
                .orElseThrow()
                .text()
                .replace("key: egdi", "key: renamed")
                .replace("version: 2.0.0", "version: 1.0.0");
        var one = ModelRef.of("renamed", "1.0.0");
        var two = ModelRef.of("renamed", "2.0.0");
        var company = Company.automatic().unit("a");
        company.record(
                StreamId.model(company.tenant(), one.key()),
                new ModelVersionPublished(one, text, "digest"),
                new ModelVersionPublished(
                        two,
                        text.replace("version: 1.0.0", "version: 2.0.0")
                                .replace("key: high", "key: strong")
                                .replace("  high: 0.5", "  strong: 0.5"),
                        "digest"));
        company.finalizes("a", "2023", one, Results.atStage(3));
        company.finalizes("a", "2024", two, Results.atStage(2));
        company.record(
                company.journey(new UnitCode("a"), one.key()),
                new StageTransitioned(
                        UUID.randomUUID(),
                        new UnitCode("a"),
                        two,
                        Period.parse("2024"),
                        Results.ref(3),
                        Results.ref(2),
                        Direction.REGRESS,
                        List.of(),
                        TransitionCause.MODEL_VERSION,
                        null,
                        false,
                        null));
        var points = company.ok("/api/v1/reports/timeline?unit=a&model=renamed").at("/points");
        assertThat(points.at("/0/stage/title").asString()).isEqualTo("High");
        assertThat(points.at("/1/transition/from/key").asString()).isEqualTo("high");
        assertThat(points.at("/1/transition/from/title").asString()).isEqualTo("High");
    }

    @Test
    void where_stages_are_confirmed_what_is_not_decided_is_proposed() {
        var point = only(Company.confirming().unit("a").finalizes("a", "2024", 3));
        assertThat(point.at("/stage").isNull()).isTrue();
        assertThat(point.at("/proposed/key").asString()).isEqualTo("high");
    }

    @Test
    void an_override_tells_who_decided_and_why() {
        var point = only(Company.confirming()
                .unit("a")
                .finalizes("a", "2024", 3)
                .decides("a", "2024")
                .proposed(3)
                .decides("a", "2024")
                .overridden(null, 2, "user:ann", "the portal is down"));
        assertThat(point.at("/stage/key").asString()).isEqualTo("middle");
        assertThat(point.at("/proposed").isNull()).isTrue();
        assertThat(point.at("/transition/overridden").asBoolean()).isTrue();
        assertThat(point.at("/transition/decidedBy").asString()).isEqualTo("user:ann");
        assertThat(point.at("/transition/reason").asString()).isEqualTo("the portal is down");
    }

    @Test
    void a_stage_held_is_the_stage_and_no_transition() {
        var point = only(Company.confirming()
                .unit("a")
                .finalizes("a", "2024", 3)
                .decides("a", "2024")
                .held(2, "user:ann", "one good quarter is not enough"));
        assertThat(point.at("/stage/key").asString()).isEqualTo("middle");
        assertThat(point.at("/transition").isNull()).isTrue();
        assertThat(point.at("/decision/kind").asString()).isEqualTo("held");
        assertThat(point.at("/decision/reason").asString()).isEqualTo("one good quarter is not enough");
    }

    @Test
    void a_rejected_proposal_leaves_the_period_without_a_stage() {
        var point = only(Company.confirming()
                .unit("a")
                .finalizes("a", "2024", 3)
                .decides("a", "2024")
                .rejected("user:ann", "wrong answers"));
        assertThat(point.at("/stage").isNull()).isTrue();
        assertThat(point.at("/proposed").isNull()).isTrue();
        assertThat(point.at("/decision/kind").asString()).isEqualTo("rejected");
        assertThat(point.at("/score").asDouble()).isEqualTo(0.6);
    }

    @Test
    void a_stage_that_cannot_be_told_says_why() {
        var point = only(Company.automatic()
                .unit("a")
                .finalizes("a", "2024", Company.EGDI, Results.undetermined("stage 2 has no questions")));
        assertThat(point.at("/stage").isNull()).isTrue();
        assertThat(point.at("/undetermined").asString()).isEqualTo("stage 2 has no questions");
    }

    @Test
    void a_correction_is_told_as_known_before_and_after_and_in_between() {
        var company = Company.automatic()
                .unit("a")
                .finalizes("a", "2024", 3)
                .decides("a", "2024")
                .taken(null, 3);
        var first = company.now();
        var reopened = company.reopens("a", "2024").now();
        var corrected = company.finalizes("a", "2024", 2)
                .decides("a", "2024")
                .again("2")
                .corrected(null, 2)
                .now();

        var before = company.ok(A + "&recordedAt=" + encoded(first)).at("/points/0");
        assertThat(before.at("/stage/key").asString()).isEqualTo("high");
        assertThat(before.at("/score").asDouble()).isEqualTo(0.6);
        assertThat(before.at("/recorded").asString()).isEqualTo(first.toString());
        assertThat(before.at("/transition/cause").asString()).isEqualTo("assessment");

        var between = company.ok(A + "&recordedAt=" + encoded(reopened)).at("/points/0");
        assertThat(between.at("/reopened").asBoolean()).isTrue();

        var after = company.ok(A + "&recordedAt=" + encoded(corrected)).at("/points/0");
        assertThat(after.at("/stage/key").asString()).isEqualTo("middle");
        assertThat(after.at("/transition/cause").asString()).isEqualTo("correction");
        assertThat(company.ok(A).at("/points/0")).isEqualTo(after);
    }

    @Test
    void nothing_was_known_before_the_first_result() {
        var company = Company.automatic().unit("a");
        var before = company.now();
        company.finalizes("a", "2024", 3);
        assertThat(company.ok(A + "&recordedAt=" + encoded(before)).at("/points"))
                .isEmpty();
    }

    @Test
    void while_an_assessment_is_reopened_its_decision_stands_and_its_scores_do_not() {
        var point = only(Company.automatic()
                .unit("a")
                .finalizes("a", "2024", 3)
                .decides("a", "2024")
                .taken(null, 3)
                .reopens("a", "2024"));
        assertThat(point.at("/reopened").asBoolean()).isTrue();
        assertThat(point.at("/stage/key").asString()).isEqualTo("high");
        assertThat(point.at("/score").isNull()).isTrue();
        assertThat(point.at("/dimensions")).isEmpty();
    }

    @Test
    void a_proposal_falls_with_the_assessment_that_is_reopened() {
        var point =
                only(Company.confirming().unit("a").finalizes("a", "2024", 3).reopens("a", "2024"));
        assertThat(point.at("/stage").isNull()).isTrue();
        assertThat(point.at("/proposed").isNull()).isTrue();
    }

    @Test
    void where_stages_are_confirmed_the_old_stage_stands_until_the_corrected_one_is_decided() {
        var company = Company.confirming()
                .unit("a")
                .finalizes("a", "2024", 3)
                .decides("a", "2024")
                .taken(null, 3)
                .reopens("a", "2024")
                .finalizes("a", "2024", 2);
        assertThat(only(company).at("/stage/key").asString()).isEqualTo("high");
        assertThat(only(company).at("/proposed/key").asString()).isEqualTo("middle");

        company.decides("a", "2024").again("2").taken(null, 2);
        assertThat(only(company).at("/stage/key").asString()).isEqualTo("middle");
        assertThat(only(company).at("/proposed").isNull()).isTrue();
    }

    @Test
    void a_proposal_stays_open_when_the_stage_before_it_is_told_anew() {
        var company = Company.confirming()
                .unit("a")
                .finalizes("a", "2024", 3)
                .decides("a", "2024")
                .taken(2, 3)
                .reopens("a", "2024")
                .finalizes("a", "2024", 4)
                .decides("a", "2024")
                .corrected(1, 3);
        assertThat(only(company).at("/stage/key").asString()).isEqualTo("high");
        assertThat(only(company).at("/transition/from/key").asString()).isEqualTo("low");
        assertThat(only(company).at("/proposed/key").asString()).isEqualTo("very-high");
    }

    @Test
    void what_is_proposed_again_stands_beside_the_stage_until_it_is_decided() {
        var company = Company.confirming()
                .unit("a")
                .finalizes("a", "2023", 1)
                .decides("a", "2023")
                .taken(null, 1)
                .finalizes("a", "2024", 2)
                .decides("a", "2024")
                .taken(1, 2);
        var before = company.now();
        company.reopens("a", "2023")
                .finalizes("a", "2023", 3)
                .decides("a", "2023")
                .again("2")
                .taken(null, 3);
        var waiting = company.decides("a", "2024").again("2").proposedAgain(2).now();
        company.decides("a", "2024").again("2").correctedBy("key:anna", 3, 2);

        var then = company.ok(A + "&recordedAt=" + encoded(before)).at("/points/1");
        assertThat(then.at("/proposed").isNull()).isTrue();
        assertThat(then.at("/transition/from/key").asString()).isEqualTo("low");

        var between = company.ok(A + "&recordedAt=" + encoded(waiting)).at("/points/1");
        assertThat(between.at("/stage/key").asString()).isEqualTo("middle");
        assertThat(between.at("/proposed/key").asString()).isEqualTo("middle");
        assertThat(between.at("/transition/cause").asString()).isEqualTo("assessment");
        assertThat(between.at("/score").asDouble()).isEqualTo(0.3);

        var now = company.ok(A).at("/points/1");
        assertThat(now.at("/proposed").isNull()).isTrue();
        assertThat(now.at("/stage/key").asString()).isEqualTo("middle");
        assertThat(now.at("/transition/from/key").asString()).isEqualTo("high");
        assertThat(now.at("/transition/direction").asString()).isEqualTo("regress");
        assertThat(now.at("/transition/cause").asString()).isEqualTo("correction");
        assertThat(now.at("/decision/decidedBy").asString()).isEqualTo("key:anna");
    }

    @Test
    void while_its_assessment_is_reopened_nothing_is_there_to_be_proposed_again() {
        var company = Company.confirming()
                .unit("a")
                .finalizes("a", "2024", 3)
                .decides("a", "2024")
                .taken(2, 3)
                .reopens("a", "2024")
                .decides("a", "2024")
                .again("2")
                .proposedAgain(3);
        assertThat(only(company).at("/stage/key").asString()).isEqualTo("high");
        assertThat(only(company).at("/proposed").isNull()).isTrue();
    }

    @Test
    void the_policy_that_holds_when_an_assessment_is_finalized_decides_what_becomes_of_it() {
        var company = Company.confirming()
                .unit("a")
                .finalizes("a", "2023", 3)
                .changesPolicyTo(TransitionPolicy.AUTOMATIC)
                .finalizes("a", "2024", 3);
        var points = company.ok(A).at("/points");
        assertThat(texts(points, "/stage/key")).containsExactly(null, "high");
    }

    @Test
    void nothing_is_left_of_an_assessment_that_is_cancelled_whatever_is_decided_later() {
        var company = Company.automatic()
                .unit("a")
                .finalizes("a", "2024", 3)
                .decides("a", "2024")
                .taken(null, 3)
                .reopens("a", "2024")
                .cancels("a", "2024");
        assertThat(company.ok(A).at("/points")).isEmpty();
        company.decides("a", "2024").corrected(1, 3);
        assertThat(company.ok(A).at("/points")).isEmpty();
    }

    @Test
    void from_and_to_hold_the_periods_that_end_within_them() {
        var company = Company.automatic().unit("a");
        for (var period : new String[] {"2023-Q4", "2024-Q1", "2024-Q4", "2024", "2025-Q1"})
            company.finalizes("a", period, 2);
        assertThat(texts(company.ok(A + "&from=2024&to=2024").at("/points"), "/period"))
                .containsExactly("2024-Q1", "2024-Q4", "2024");
        assertThat(texts(company.ok(A + "&from=2024-Q4").at("/points"), "/period"))
                .containsExactly("2024-Q4", "2024", "2025-Q1");
        assertThat(texts(company.ok(A + "&to=2024-Q1").at("/points"), "/period"))
                .containsExactly("2023-Q4", "2024-Q1");
    }

    @Test
    void days_follow_the_fiscal_year_of_the_company() {
        var point = only(Company.whoseYearStarts("04-01").unit("a").finalizes("a", "2024-Q4", 3));
        assertThat(point.at("/effective/from").asString()).isEqualTo("2025-01-01");
        assertThat(point.at("/effective/to").asString()).isEqualTo("2025-03-31");
    }

    @Test
    void an_unknown_unit_or_model_and_a_stranger_s_are_told_apart_by_nobody() {
        var company = Company.automatic().unit("a").finalizes("a", "2024", 3);
        var stranger = Company.automatic();
        var unknown = company.get("/api/v1/reports/timeline?unit=b&model=egdi");
        var foreign = stranger.get(A);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.at("/title")).isEqualTo(unknown.at("/title"));
        assertThat(company.get("/api/v1/reports/timeline?unit=a&model=no-such-model")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "unit=a&model=egdi&from=2024-Q9, ?from",
        "unit=a&model=egdi&to=soon, ?to",
        "unit=a&model=egdi&recordedAt=yesterday, ?recordedAt",
        "unit=a%00&model=egdi, ?unit",
        "unit=a&model=%20, ?model",
    })
    void what_cannot_be_read_is_refused_with_a_pointer(String query, String pointer) {
        var reply = Company.automatic().unit("a").get("/api/v1/reports/timeline?" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({"model=egdi", "unit=a"})
    void what_is_missing_is_refused(String query) {
        assertThat(Company.automatic()
                        .unit("a")
                        .get("/api/v1/reports/timeline?" + query)
                        .status())
                .isEqualTo(400);
    }

    private static JsonNode only(Company company) {
        var points = company.ok(A).at("/points");
        assertThat(points).hasSize(1);
        return points.get(0);
    }
}
