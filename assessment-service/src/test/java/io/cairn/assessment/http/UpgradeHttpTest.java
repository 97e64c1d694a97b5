package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A unit's next assessment under a new version of its model: what carries over, and what moved the stage. */
class UpgradeHttpTest {
    private static final Map<String, Object> ANSWERS =
            Map.of("reach", 60, "team", "some", "policy", true, "paper", true);

    private final Client admin = Service.tenant("automatic");
    private final Reply old = aQuarterUnderTheFirstVersion();

    private Reply aQuarterUnderTheFirstVersion() {
        ShopModel.published(admin);
        for (var unit : List.of("brand-a", "brand-b"))
            admin.post("/units", Map.of("code", unit, "name", unit)).expect(201);
        finalized(answered(opened("brand-b", "1.0.0", "2026-Q3", false), ANSWERS));
        return finalized(answered(opened("brand-a", "1.0.0", "2026-Q3", false), ANSWERS));
    }

    @Test
    void a_dry_run_shows_what_carries_over_and_records_nothing() {
        var all = "/assessments?min-position=" + old.position();
        var before = admin.get(all).expect(200).at("/items");
        var shown = preview(Map.of("from", "1.0.0", "units", List.of("brand-a"), "period", "2026-Q4"));
        assertThat(shown.at("/counts/same").asInt()).isEqualTo(1);
        assertThat(shown.at("/counts/changed-scale").asInt()).isEqualTo(1);
        assertThat(shown.at("/counts/split").asInt()).isEqualTo(2);
        assertThat(shown.at("/counts/new").asInt()).isEqualTo(1);
        assertThat(shown.at("/counts/removed").asInt()).isEqualTo(1);
        assertThat(shown.text("/questions/1/from/0")).isEqualTo("team");
        assertThat(shown.at("/questions/1/reworded").asBoolean()).isTrue();
        assertThat(shown.at("/was")).hasSize(4);

        assertThat(shown.at("/units/items")).hasSize(1);
        assertThat(shown.text("/units/items/0/assessment")).isEqualTo(old.text("/id"));
        assertThat(shown.at("/units/items/0/carries")).hasSize(4);
        assertThat(shown.text("/units/items/0/carries/1/value")).isEqualTo("part");
        assertThat(shown.at("/units/items/0/anew")).hasSize(1);
        assertThat(shown.text("/units/items/0/anew/0/because")).isEqualTo("new");
        assertThat(shown.text("/units/items/0/before/stage/key")).isEqualTo("high");
        assertThat(shown.at("/units/items/0/carried/coverage").asDouble()).isEqualTo(0.8);
        assertThat(shown.text("/units/items/0/carried/result/stage/key")).isEqualTo("middle");
        assertThat(admin.get(all).expect(200).at("/items")).isEqualTo(before);
    }

    @Test
    void a_dry_run_pages_through_units_and_says_who_has_nothing_to_carry_over() {
        admin.post("/units", Map.of("code", "brand-c", "name", "C")).expect(201);
        var position = admin.post("/units", Map.of("code", "brand-d", "name", "D"))
                .expect(201)
                .position();
        var path = "/models/shop/versions/2.0.0/upgrade-preview?limit=3&min-position=" + position;
        var first = admin.post(path, Map.of("from", "1.0.0")).expect(200);
        assertThat(first.at("/units/items")).hasSize(3);
        assertThat(first.text("/units/items/2/unit")).isEqualTo("brand-c");
        assertThat(first.at("/units/items/2/assessment").isMissingNode()).isTrue();
        var rest = admin.post(path + "&cursor=" + first.text("/units/next"), Map.of("from", "1.0.0"))
                .expect(200);
        assertThat(rest.at("/units/items")).hasSize(1);
    }

    @Test
    void a_dry_run_is_refused_to_who_does_not_decide_and_where_nothing_is_there() {
        var path = "/models/shop/versions/2.0.0/upgrade-preview";
        admin.as("viewer").post(path, Map.of("from", "1.0.0")).expect(403);
        admin.post(path, Map.of("from", "0.1.0")).expectProblem(422, "invalid-value", "/from");
        admin.post("/models/shop/versions/9.0.0/upgrade-preview", Map.of("from", "1.0.0"))
                .expect(404);
        admin.post(path, Map.of("from", "1.0.0", "units", List.of("nobody"))).expectProblem(422, "unknown-unit");
        Service.tenant("automatic").post(path, Map.of("from", "1.0.0")).expect(404);
    }

    @Test
    void a_draft_can_be_tried_before_it_is_published() {
        var third = ShopModel.second();
        third.put("version", "3.0.0");
        third.put("upgrade", Map.of("from", "2.0.0"));
        admin.post("/models", third).expect(201);
        var shown = admin.post(
                        "/models/shop/versions/3.0.0/upgrade-preview",
                        Map.of("from", "1.0.0", "units", List.of("brand-a"), "period", "2026-Q4"))
                .expect(200);
        assertThat(shown.at("/path")).hasSize(3);
        assertThat(shown.at("/units/items/0/carries")).hasSize(4);
    }

    @Test
    void a_file_that_names_questions_the_earlier_version_never_had_is_refused() {
        var wrong = ShopModel.second();
        wrong.put("version", "2.1.0");
        wrong.put("upgrade", Map.of("from", "1.0.0", "questions", Map.of("crew", Map.of("from", "gang"))));
        for (var path : List.of("/models", "/models/validation"))
            assertThat(admin.post(path, wrong)
                            .expect(422)
                            .at("/errors/0/pointer")
                            .asString())
                    .isEqualTo("/upgrade/questions/crew/from");
    }

    @Test
    void the_same_answers_under_a_stricter_version_are_moved_by_the_model() {
        var opened = opened("brand-a", "2.0.0", "2026-Q4", true);
        assertThat(opened.at("/unconfirmed").asInt()).isEqualTo(4);
        assertThat(opened.text("/carriedFrom/modelVersion")).isEqualTo("1.0.0");
        var path = path(opened);
        assertThat(admin.get(path + "/answers/crew/history").expect(200).text("/items/0/carriedFromVersion"))
                .isEqualTo("1.0.0");
        admin.post(path + "/confirmations", Map.of("dimension", "all")).expect(200);
        var done = finalized(answered(opened, Map.of("online", false)));

        var comparison = admin.get(path + "/profile").expect(200).at("/comparison");
        assertThat(comparison.at("/model/version").asString()).isEqualTo("1.0.0");
        assertThat(comparison.at("/assessment").asString()).isEqualTo(old.text("/id"));
        assertThat(comparison.at("/before/stage/key").asString()).isEqualTo("high");
        assertThat(comparison.at("/between")).isEqualTo(comparison.at("/before"));
        assertThat(comparison.at("/after/stage/key").asString()).isEqualTo("middle");
        assertThat(comparison.at("/byAnswers").asDouble()).isZero();
        assertThat(comparison.at("/byModel").asDouble()).isEqualTo(-0.155);
        assertThat(comparison.at("/coverage").asDouble()).isEqualTo(0.75);

        var transition = lastTransition("brand-a", done);
        assertThat(transition.path("cause").asString()).isEqualTo("model-version");
        assertThat(transition.path("direction").asString()).isEqualTo("regress");
    }

    @Test
    void other_answers_under_the_new_version_are_moved_by_the_answers() {
        var cycle = admin.post(
                        "/cycles",
                        Map.of(
                                "model", Map.of("key", "shop", "version", "2.0.0"),
                                "period", "2026-Q4",
                                "units", List.of("brand-b")))
                .expect(201);
        var unit = admin.get("/cycles/" + cycle.text("/id") + "?min-position=" + cycle.position())
                .expect(200)
                .at("/units/items/0");
        assertThat(unit.path("unconfirmed").asInt()).isEqualTo(4);
        var opened =
                admin.get("/assessments/" + unit.path("assessment").asString()).expect(200);
        var done = finalized(answered(
                opened,
                Map.of(
                        "reach",
                        10,
                        "crew",
                        "nobody",
                        "policy-there",
                        false,
                        "policy-followed",
                        false,
                        "online",
                        true)));

        var comparison = admin.get(path(opened) + "/profile").expect(200).at("/comparison");
        assertThat(comparison.at("/between/share").asDouble()).isEqualTo(0.275);
        assertThat(comparison.at("/between/stage/key").asString()).isEqualTo("low");
        assertThat(comparison.at("/byAnswers").asDouble()).isEqualTo(-0.5);
        var transition = lastTransition("brand-b", done);
        assertThat(transition.path("cause").asString()).isEqualTo("assessment");
        assertThat(transition.path("to").path("key").asString()).isEqualTo("low");

        var next = opened("brand-b", "2.0.0", "2027-Q1", true);
        admin.post(path(next) + "/confirmations", Map.of("dimension", "all")).expect(200);
        finalized(next);
        assertThat(admin.get(path(next) + "/profile")
                        .expect(200)
                        .at("/comparison")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_comparison_says_as_of_when_it_stands_and_outlives_a_correction_of_what_was_before() {
        var opened = opened("brand-a", "2.0.0", "2026-Q4", true);
        admin.post(path(opened) + "/confirmations", Map.of("dimension", "all")).expect(200);
        finalized(opened);
        var comparison = admin.get(path(opened) + "/profile").expect(200).at("/comparison");
        assertThat(comparison.at("/version").asInt())
                .isEqualTo(old.at("/version").asInt());

        admin.post(path(old) + "/reopening", Map.of("reason", "a mistake"), old.etag())
                .expect(200);
        admin.put(path(old) + "/answers/reach", Map.of("value", 0, "reason", "a mistake"))
                .expect(200);
        finalized(old);
        assertThat(admin.get(path(opened) + "/profile").expect(200).at("/comparison"))
                .isEqualTo(comparison);
    }

    @Test
    void what_was_said_under_the_old_version_stays_as_it_is() {
        var answers = admin.get(path(old) + "/answers").expect(200).body();
        var profile = admin.get(path(old) + "/profile").expect(200).body();
        var opened = opened("brand-a", "2.0.0", "2026-Q4", true);
        admin.put(path(opened) + "/answers/crew", Map.of("value", "full")).expect(200);
        admin.delete(path(opened) + "/answers/policy-there");
        assertThat(admin.get(path(old) + "/answers").expect(200).body()).isEqualTo(answers);
        assertThat(admin.get(path(old) + "/profile").expect(200).body()).isEqualTo(profile);
        assertThat(admin.get(path(old) + "/answers/team/history").expect(200).at("/items"))
                .hasSize(1);
    }

    private Reply preview(Map<String, ?> body) {
        return admin.post("/models/shop/versions/2.0.0/upgrade-preview", body).expect(200);
    }

    private Reply opened(String unit, String version, String period, boolean carryOver) {
        return admin.post(
                        "/assessments",
                        Map.of(
                                "unit", unit,
                                "model", Map.of("key", "shop", "version", version),
                                "period", period,
                                "carryOver", carryOver))
                .expect(201);
    }

    private Reply answered(Reply assessment, Map<String, Object> answers) {
        answers.forEach(
                (question, value) -> admin.put(path(assessment) + "/answers/" + question, Map.of("value", value))
                        .expect(200));
        return assessment;
    }

    private Reply finalized(Reply assessment) {
        var path = path(assessment);
        admin.post(path + "/submission", Map.of(), admin.get(path).etag()).expect(200);
        return admin.post(path + "/finalization", Map.of(), admin.get(path).etag())
                .expect(200);
    }

    private JsonNode lastTransition(String unit, Reply finalized) {
        var journey = admin.get("/units/" + unit + "/journeys/shop?min-position=" + finalized.position())
                .expect(200);
        return journey.at("/transitions/" + (journey.at("/transitions").size() - 1));
    }

    private static String path(Reply assessment) {
        return "/assessments/" + assessment.text("/id");
    }
}
