package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Roadmaps told through the API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadmapHttpTest {
    private static final String ROADMAP = "/units/brand-a/roadmaps/egdi";
    private static final String ACTIONS = ROADMAP + "/actions";

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
    void an_action_is_planned_started_and_completed() {
        var admin = tenant("course");
        var planned = admin.post(ACTIONS, action("Offer more online", "2026-Q4", "osi", 0.6))
                .expect(201);
        var path = ACTIONS + "/" + planned.text("/id");
        assertThat(planned.header("Location")).endsWith("/api/v1" + path);
        assertThat(planned.etag()).isEqualTo("\"v0\"");
        assertThat(planned.text("/lastDay")).isEqualTo("2026-12-31");
        assertThat(planned.at("/priority").asInt()).isEqualTo(8);
        admin.patch(path, Map.of("status", "started")).expect(428);
        var started =
                admin.patch(path, Map.of("status", "started"), planned.etag()).expect(200);
        assertThat(started.text("/status")).isEqualTo("started");
        admin.patch(path, Map.of("status", "done"), planned.etag()).expect(412);
        var changed = admin.patch(
                        path, Map.of("title", "Offer all online", "due", "2027-Q1", "impact", 5), started.etag())
                .expect(200);
        assertThat(changed.text("/title")).isEqualTo("Offer all online");
        assertThat(changed.text("/lastDay")).isEqualTo("2027-03-31");
        assertThat(changed.at("/priority").asInt()).isEqualTo(10);
        assertThat(changed.text("/questions/0/question")).isEqualTo("osi");
        var done = admin.patch(path, Map.of("status", "done", "reason", "it works"), changed.etag())
                .expect(200);
        assertThat(done.text("/reason")).isEqualTo("it works");
        assertThat(done.at("/endedAt").isMissingNode()).isFalse();
        admin.patch(path, Map.of("status", "dropped", "reason", "why"), done.etag())
                .expectProblem(409, "wrong-action-status");
        admin.patch(path, Map.of("ease", 1), done.etag()).expectProblem(409, "wrong-action-status");
        assertThat(admin.get(path).expect(200).etag()).isEqualTo(done.etag());
    }

    @Test
    void what_is_overdue_follows_the_tenants_calendar() {
        var admin = service.tenant("calendar", "04-01");
        admin.post("/units", Map.of("code", "brand-a", "name", "Brand A")).expect(201);
        admin.post(ACTIONS, action("Late", "2026-Q2", "osi", 0.6)).expect(201);
        admin.post(ACTIONS, action("In time", "2026-Q3", "hci", 0.6)).expect(201);
        var dropped =
                admin.post(ACTIONS, action("Never", "2026-Q1", "tii", 0.6)).expect(201);
        admin.patch(ACTIONS + "/" + dropped.text("/id"), Map.of("status", "dropped"), dropped.etag())
                .expectProblem(422, "reason-required", "/reason");
        admin.patch(
                        ACTIONS + "/" + dropped.text("/id"),
                        Map.of("status", "dropped", "reason", "too dear"),
                        dropped.etag())
                .expect(200);
        var shown = admin.get(ROADMAP).expect(200);
        assertThat(shown.at("/progress/actions").asInt()).isEqualTo(3);
        assertThat(shown.at("/progress/planned").asInt()).isEqualTo(2);
        assertThat(shown.at("/progress/dropped").asInt()).isEqualTo(1);
        assertThat(shown.at("/progress/overdue").asInt()).isEqualTo(1);
        assertThat(shown.at("/version").asInt()).isEqualTo(3);
        var page = admin.get(ACTIONS + "?status=planned&limit=1").expect(200);
        assertThat(page.text("/items/0/title")).isEqualTo("Late");
        assertThat(page.text("/items/0/lastDay")).isEqualTo("2026-09-30");
        assertThat(page.at("/items/0/overdue").asBoolean()).isTrue();
        var rest = admin.get(ACTIONS + "?status=planned&limit=1&cursor=" + page.text("/next"))
                .expect(200);
        assertThat(rest.text("/items/0/title")).isEqualTo("In time");
        assertThat(rest.at("/next").isNull()).isTrue();
    }

    @Test
    void an_owner_starts_and_completes_what_is_theirs() {
        var admin = tenant("owners");
        var owner =
                admin.post("/keys", Map.of("name", "Ann", "role", "respondent")).expect(201);
        var ann = new Client(admin.address(), owner.text("/key"));
        var mine = new HashMap<>(action("Mine", "2026-Q4", "osi", 0.6));
        mine.put("owner", "key:" + owner.text("/id"));
        ann.post(ACTIONS, mine).expect(403);
        var path = ACTIONS + "/" + admin.post(ACTIONS, mine).expect(201).text("/id");
        var others = ACTIONS + "/"
                + admin.post(ACTIONS, action("Theirs", "2026-Q4", "hci", 0.6))
                        .expect(201)
                        .text("/id");
        var etag = ann.get(path).expect(200).etag();
        ann.patch(path, Map.of("impact", 1), etag).expectProblem(403, "own-actions-only");
        ann.patch(path, Map.of("status", "dropped", "reason", "no"), etag).expectProblem(403, "own-actions-only");
        ann.patch(others, Map.of("status", "started"), etag).expectProblem(403, "own-actions-only");
        ann.patch(path, Map.of("status", "started"), etag).expect(200);
        ann.patch(path, Map.of("status", "done"), ann.get(path).etag()).expect(200);
        assertThat(ann.get(ACTIONS + "?owner=key:" + owner.text("/id"))
                        .expect(200)
                        .at("/items"))
                .hasSize(1);
        admin.as("viewer").patch(others, Map.of("status", "started"), etag).expect(403);
        var handedOver = new HashMap<String, Object>();
        handedOver.put("owner", null);
        var freed = admin.patch(others, handedOver, admin.get(others).etag()).expect(200);
        assertThat(freed.at("/owner").isMissingNode()).isTrue();
    }

    @Test
    void what_cannot_be_planned_is_refused_where_it_stands() {
        var admin = tenant("refusals");
        admin.post(ACTIONS, action("Too much", "2026-Q4", "osi", 7))
                .expectProblem(422, "outside-scale", "/questions/0/value");
        admin.post(ACTIONS, action("What", "2026-Q4", "nothing", 1))
                .expectProblem(422, "unknown-question", "/questions/0/question");
        var hard = new HashMap<>(action("Hard", "2026-Q4", "osi", 0.6));
        hard.put("ease", 9);
        assertThat(admin.post(ACTIONS, hard).status()).isBetween(400, 422);
        var path = ACTIONS + "/"
                + admin.post(ACTIONS, action("Fine", "2026-Q4", "osi", 0.6))
                        .expect(201)
                        .text("/id");
        var etag = admin.get(path).etag();
        admin.patch(path, Map.of("ease", 9), etag).expectProblem(422, "invalid-value");
        admin.patch(path, Map.of("questions", List.of(Map.of("question", "osi", "value", 7))), etag)
                .expectProblem(422, "outside-scale", "/questions/0/value");
        admin.patch(path, Map.of("status", "planned"), etag).expect(422);
        admin.patch(path, Map.of("title", "Other", "reason", "it is clearer"), etag)
                .expectProblem(422, "invalid-value", "/reason");
        admin.patch(path, Map.of("colour", "red"), etag).expectProblem(422, "invalid-value", "/colour");
        admin.post(ACTIONS, without(action("No version", "2026-Q4", "osi", 0.6), "modelVersion"))
                .expect(422);
        var old = new HashMap<>(action("Old", "2026-Q4", "osi", 0.6));
        old.put("modelVersion", "9.0.0");
        admin.post(ACTIONS, old).expect(404);
        admin.patch("/units/brand-a", Map.of("retired", Map.of("lastDay", "2026-11-01")))
                .expect(200);
        admin.post(ACTIONS, action("Gone", "2026-Q4", "osi", 0.6)).expectProblem(409, "unit-is-retired");
    }

    @Test
    void where_nothing_is_planned_there_are_no_actions() {
        var admin = tenant("unplanned");
        assertThat(admin.get(ACTIONS).expect(200).at("/items")).isEmpty();
        admin.get("/units/brand-q/roadmaps/egdi/actions").expectProblem(404, "not-found");
        admin.get("/units/brand-a/roadmaps/nothing/actions").expectProblem(404, "not-found");
    }

    @Test
    void a_stranger_gets_the_404_of_what_is_not_there() {
        var admin = tenant("told");
        var path = ACTIONS + "/"
                + admin.post(ACTIONS, action("Ours", "2026-Q4", "osi", 0.6))
                        .expect(201)
                        .text("/id");
        var stranger = tenant("stranger");
        var unknown = ACTIONS + "/" + new UUID(1, 2);
        for (var read : List.of(ROADMAP, path, unknown, ROADMAP + "/effects", ROADMAP + "/suggestions"))
            stranger.get(read).expectProblem(404, "not-found");
        assertThat(stranger.get(ACTIONS).expect(200).at("/items"))
                .as("of their own brand of that name")
                .isEmpty();
        stranger.patch(path, Map.of("status", "done"), "\"v0\"").expectProblem(404, "not-found");
        admin.get(unknown).expectProblem(404, "not-found");
        admin.patch(unknown, Map.of("status", "done"), "\"v0\"").expectProblem(404, "not-found");
        admin.get("/units/brand-q/roadmaps/egdi").expectProblem(404, "not-found");
        admin.post("/units/brand-q/roadmaps/egdi/actions", action("Where", "2026-Q4", "osi", 1))
                .expectProblem(404, "not-found");
    }

    @Test
    void suggestions_close_the_gap_to_a_stage_and_show_their_rule() {
        var admin = tenant("gaps");
        var story = AssessmentStory.open(admin, "brand-a", "2026-Q3");
        story.answer("osi", 0.4).expect(200);
        story.answer("hci", 0.9).expect(200);
        story.answer("tii", 0.1).expect(200);
        var open = admin.get(ROADMAP + "/suggestions").expect(200);
        assertThat(open.text("/status")).isEqualTo("open");
        story.submitted().finalized();
        var told = admin.get(ROADMAP + "/suggestions?target=very-high").expect(200);
        assertThat(told.text("/status")).isEqualTo("finalized");
        assertThat(told.text("/stage/key")).isEqualTo("middle");
        assertThat(told.text("/target/key")).isEqualTo("very-high");
        assertThat(told.text("/proof")).isEqualTo("exact");
        assertThat(told.text("/rule")).contains("impact", "ease");
        var first = told.at("/suggestions/0");
        assertThat(first.at("/priority").asInt())
                .isEqualTo(first.at("/impact").asInt() * first.at("/ease").asInt());
        assertThat(first.at("/questions")).hasSize(1);
        var next = admin.get(ROADMAP + "/suggestions?by=dimension").expect(200);
        assertThat(next.text("/target/key")).isEqualTo("high");
        admin.put(
                        "/units/brand-a/journeys/egdi/targets",
                        Map.of("targets", List.of(Map.of("stage", "very-high", "period", "2027-Q4"))))
                .expect(200);
        var aimed = admin.get(ROADMAP + "/suggestions").expect(200);
        assertThat(aimed.text("/target/key")).isEqualTo("very-high");
        assertThat(aimed.text("/by")).isEqualTo("2027-Q4");
        admin.get(ROADMAP + "/suggestions?target=heaven").expectProblem(422, "unknown-stage", "?target");
        admin.get(ROADMAP + "/suggestions?by=colour").expect(400);
        assertThat(admin.get(ROADMAP + "/suggestions?target=low").expect(200).text("/why"))
                .isEqualTo("The target is reached.");
    }

    @Test
    void what_moved_since_is_told_after_the_next_finalization() {
        var admin = tenant("moves");
        AssessmentStory.open(admin, "brand-a", "2026-Q3")
                .answered(0.4)
                .submitted()
                .finalized();
        var done = new HashMap<>(action("Everything", "2026-Q4", "osi", 0.6));
        done.put("questions", List.of(aim("osi", 0.6), aim("hci", 0.9), aim("tii", 0.5)));
        var path = ACTIONS + "/" + admin.post(ACTIONS, done).expect(201).text("/id");
        admin.patch(path, Map.of("status", "done"), admin.get(path).etag()).expect(200);
        var waiting = admin.get(ROADMAP + "/effects").expect(200);
        assertThat(waiting.text("/items/0/before/period")).isEqualTo("2026-Q3");
        assertThat(waiting.at("/items/0/after").isMissingNode()).isTrue();
        assertThat(waiting.at("/items/0/questions/0/movement").isMissingNode()).isTrue();

        var story = AssessmentStory.open(admin, "brand-a", "2026-Q4");
        story.answer("osi", 0.7).expect(200);
        story.answer("hci", 0.4).expect(200);
        story.answer("tii", 0.2).expect(200);
        story.submitted().finalized();
        var told = admin.get(ROADMAP + "/effects").expect(200);
        assertThat(told.text("/items/0/after/period")).isEqualTo("2026-Q4");
        assertThat(told.text("/items/0/questions/0/movement")).isEqualTo("moved-up");
        assertThat(told.at("/items/0/questions/0/from").asDouble()).isEqualTo(0.4);
        assertThat(told.at("/items/0/questions/0/to").asDouble()).isEqualTo(0.7);
        assertThat(told.at("/items/0/questions/0/reached").asBoolean()).isTrue();
        assertThat(told.text("/items/0/questions/1/movement")).isEqualTo("unchanged");
        assertThat(told.at("/items/0/questions/1/reached").asBoolean()).isFalse();
        assertThat(told.text("/items/0/questions/2/movement")).isEqualTo("moved-down");
        assertThat(told.at("/moved/moved-up").asInt()).isEqualTo(1);
        assertThat(told.text("/rule")).contains("not why");
    }

    @Test
    void a_correction_of_the_past_is_no_effect() {
        var admin = tenant("corrections");
        var past =
                AssessmentStory.open(admin, "brand-a", "2026-Q3").answered(0.4).submitted();
        past.finalized();
        var path = ACTIONS + "/"
                + admin.post(ACTIONS, action("One", "2026-Q4", "osi", 0.6))
                        .expect(201)
                        .text("/id");
        admin.patch(path, Map.of("status", "done"), admin.get(path).etag()).expect(200);
        past.corrected(0.9);
        var told = admin.get(ROADMAP + "/effects").expect(200);
        assertThat(told.at("/items/0/after").isMissingNode()).isTrue();
        assertThat(told.at("/items/0/questions/0/from").asDouble()).isEqualTo(0.9);
    }

    private Client tenant(String slug) {
        var admin = service.tenant(slug, "01-01");
        admin.post("/units", Map.of("code", "brand-a", "name", "Brand A")).expect(201);
        return admin;
    }

    private static Map<String, Object> action(String title, String due, String question, double wanted) {
        return Map.of(
                "title",
                title,
                "due",
                due,
                "modelVersion",
                "2.0.0",
                "questions",
                List.of(aim(question, wanted)),
                "impact",
                4,
                "ease",
                2);
    }

    private static Map<String, Object> aim(String question, double value) {
        return Map.of("question", question, "value", value);
    }

    private static Map<String, Object> without(Map<String, Object> action, String... members) {
        var rest = new HashMap<>(action);
        rest.keySet().removeAll(Arrays.asList(members));
        return rest;
    }
}
