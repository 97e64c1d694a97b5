package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Cycles opened and closed by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CyclesHttpTest {
    private static final Map<String, Object> EGDI = Map.of("key", "egdi", "version", "2.0.0");

    private MovingService service;

    @BeforeAll
    void start() {
        service = new MovingService(Instant.parse("2026-11-22T08:00:00Z"));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void a_cycle_opens_the_assessments_of_the_units_it_lists() {
        var admin = tenant("listed");
        var opened = admin.post(
                        "/cycles", Map.of("model", EGDI, "period", "2026-Q4", "units", List.of("brand-b", "brand-a")))
                .expect(201);
        assertThat(opened.header("Location")).endsWith("/api/v1/cycles/" + opened.text("/id"));
        assertThat(opened.etag()).isEqualTo("\"v0\"");
        assertThat(opened.text("/firstDay")).isEqualTo("2026-10-01");
        assertThat(opened.text("/lastDay")).isEqualTo("2026-12-31");
        assertThat(opened.at("/reminderDays/0").asInt()).isEqualTo(14);
        service.settle();
        var shown = admin.get("/cycles/" + opened.text("/id")).expect(200);
        assertThat(shown.at("/units/items")).hasSize(2);
        assertThat(shown.text("/units/items/0/unit")).isEqualTo("brand-a");
        assertThat(shown.text("/units/items/0/status")).isEqualTo("open");
        assertThat(shown.at("/units/items/0/questions").asInt()).isEqualTo(3);
        assertThat(shown.at("/counts/open").asInt()).isEqualTo(2);
        var page = admin.get("/cycles/" + opened.text("/id") + "?limit=1").expect(200);
        assertThat(page.at("/units/items")).hasSize(1);
        var rest = admin.get("/cycles/" + opened.text("/id") + "?limit=1&cursor=" + page.text("/units/next"))
                .expect(200);
        assertThat(rest.text("/units/items/0/unit")).isEqualTo("brand-b");
    }

    @Test
    void how_far_each_respondent_is_stands_beside_the_unit_for_those_who_conduct() {
        var admin = tenant("respondents");
        var story = AssessmentStory.open(admin, "brand-a", "2026-Q4");
        var key =
                admin.post("/keys", Map.of("name", "ann", "role", "respondent")).expect(201);
        var ann = new Client(admin.address(), key.text("/key"));
        var assigned = List.of(Map.of("respondent", "key:" + key.text("/id")), Map.of("respondent", "key:bob"));
        admin.post(story.path() + "/respondents", Map.of("respondents", assigned))
                .expect(200);
        ann.put(story.path() + "/answers/osi", Map.of("value", 0.5)).expect(200);
        var id = admin.post("/cycles", Map.of("model", EGDI, "period", "2026-Q4", "units", List.of("brand-a")))
                .expect(201)
                .text("/id");
        admin.post("/assessments/" + id + "/respondents", Map.of("respondents", assigned))
                .expectProblem(404, "not-found"); // a cycle is no assessment
        service.settle();
        var unit = admin.get("/cycles/" + id).expect(200).at("/units/items/0");
        assertThat(unit.path("respondents")
                        .valueStream()
                        .map(it -> it.path("voted").asInt()))
                .containsExactlyInAnyOrder(1, 0);
        assertThat(unit.at("/respondents/0/questions").asInt()).isEqualTo(3);
        assertThat(admin.as("viewer").get("/cycles/" + id).expect(200).at("/units/items/0/respondents"))
                .isEmpty();
    }

    @Test
    void an_assessment_that_is_there_or_was_cancelled_is_left_as_it_is() {
        var admin = tenant("left");
        var story = AssessmentStory.open(admin, "brand-a", "2026-Q4");
        story.answer("osi", 0.5).expect(200);
        var given = AssessmentStory.open(admin, "brand-b", "2026-Q4");
        given.step("cancellation", Map.of()).expect(200);
        var id = admin.post("/cycles", Map.of("model", EGDI, "period", "2026-Q4", "under", "group"))
                .expect(201)
                .text("/id");
        service.settle();
        var shown = admin.get("/cycles/" + id).expect(200);
        assertThat(shown.at("/units/items/0/answered").asInt()).isEqualTo(1);
        assertThat(shown.text("/units/items/1/status")).isEqualTo("cancelled");
        assertThat(shown.at("/units/items/1/skipped").asBoolean()).isTrue();
        assertThat(shown.text("/units/items/2/status")).isEqualTo("open");
    }

    @Test
    void closing_skips_what_was_never_finalized_and_it_may_still_come_late() {
        var admin = tenant("closing");
        var opened = admin.post("/cycles", Map.of("model", EGDI, "period", "2026-Q4", "units", List.of("brand-a")))
                .expect(201);
        service.settle();
        var path = "/cycles/" + opened.text("/id");
        admin.post(path + "/closing", Map.of()).expectProblem(428, "precondition-required");
        admin.as("reviewer").post(path + "/closing", Map.of(), opened.etag()).expect(403);
        service.tenant("closing-stranger", "01-01")
                .post(path + "/closing", Map.of(), opened.etag())
                .expect(404);
        var closed = admin.post(path + "/closing", Map.of("reason", "enough"), opened.etag())
                .expect(200);
        assertThat(closed.at("/closed").asBoolean()).isTrue();
        admin.post(path + "/closing", Map.of(), opened.etag()).expect(412);
        admin.post(path + "/closing", Map.of(), closed.etag()).expectProblem(409, "cycle-is-closed");
        service.settle();
        var shown = admin.get(path).expect(200);
        assertThat(shown.at("/counts/skipped").asInt()).isEqualTo(1);
        admin.put("/assessments/" + shown.text("/units/items/0/assessment") + "/answers/osi", Map.of("value", 0.5))
                .expect(200);
    }

    @Test
    void what_cannot_be_a_cycle_is_refused_where_it_stands() {
        var admin = tenant("refused");
        admin.post("/cycles", Map.of("model", EGDI, "period", "2026-Q4", "units", List.of("nobody")))
                .expectProblem(422, "unknown-unit", "/units");
        admin.post("/cycles", Map.of("model", EGDI, "period", "2026-Q4", "under", "nobody"))
                .expectProblem(422, "unknown-unit", "/under");
        admin.post("/cycles", Map.of("model", Map.of("key", "nothing", "version", "1.0.0"), "period", "2026-Q4"))
                .expectProblem(422, "unknown-model");
        admin.post("/cycles", Map.of("model", EGDI, "period", "2026-Q4", "under", "group", "units", List.of("brand-a")))
                .expect(400);
        admin.post("/cycles", Map.of("model", EGDI, "period", "2026-Q4", "reminderDays", List.of(-1)))
                .expectProblem(422, "invalid-value", "/reminderDays");
        admin.post("/cycles", Map.of("model", EGDI, "period", "2026-Q4", "reminderDays", Arrays.asList(3, null)))
                .expectProblem(422, "invalid-value", "/reminderDays/1");
        admin.post("/cycles", Map.of("model", EGDI, "period", "2026-Q4", "units", Arrays.asList("brand-a", null)))
                .expectProblem(422, "invalid-value", "/units/1");
        admin.as("respondent")
                .post("/cycles", Map.of("model", EGDI, "period", "2026-Q4"))
                .expect(403);
        var first = admin.post("/cycles", Map.of("model", EGDI, "period", "2026-Q4"))
                .expect(201);
        var second = admin.post("/cycles", Map.of("model", EGDI, "period", "2026-Q4"))
                .expectProblem(409, "already-exists");
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        service.tenant("refused-stranger", "01-01")
                .get("/cycles/" + first.text("/id"))
                .expect(404);
    }

    @Test
    void a_plan_is_put_as_a_whole_and_names_what_is_wrong_in_it() {
        var admin = tenant("planning");
        assertThat(admin.get("/tenant/cycle-plan").expect(200).at("/plans")).isEmpty();
        var plan = Map.of("model", EGDI, "units", List.of("brand-a"), "reminderDays", List.of(1, 30));
        var put =
                admin.put("/tenant/cycle-plan", Map.of("plans", List.of(plan))).expect(200);
        assertThat(put.at("/plans/0/reminderDays/0").asInt()).isEqualTo(30);
        assertThat(admin.get("/tenant/cycle-plan").expect(200).text("/plans/0/units/0"))
                .isEqualTo("brand-a");
        admin.put("/tenant/cycle-plan", Map.of("plans", List.of(plan, plan))).expect(400);
        admin.put("/tenant/cycle-plan", Map.of("plans", List.of(Map.of("model", EGDI, "under", "nobody"))))
                .expectProblem(422, "unknown-unit", "/plans/0/under");
        admin.as("facilitator")
                .put("/tenant/cycle-plan", Map.of("plans", List.of()))
                .expect(403);
        service.settle();
        assertThat(admin.get("/cycles").expect(200).text("/items/0/period")).isEqualTo("2026-Q4");
        assertThat(admin.get("/reminders").expect(200).at("/items")).isEmpty();
    }

    private Client tenant(String slug) {
        var admin = service.tenant(slug, "01-01");
        admin.post("/units", Map.of("code", "group", "name", "Group")).expect(201);
        for (var unit : List.of("brand-a", "brand-b"))
            admin.post("/units", Map.of("code", unit, "name", unit, "parent", "group"))
                    .expect(201);
        return admin;
    }
}
