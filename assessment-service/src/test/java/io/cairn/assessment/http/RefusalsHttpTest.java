package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalsHttpTest {
    private static final Map<String, Object> EMPTY = Map.of();

    private final Client admin = Service.tenant("automatic");
    private final AssessmentStory story = AssessmentStory.open(admin);

    @Test
    void a_second_assessment_of_the_same_three_names_the_first() {
        var refused = admin.post("/assessments", AssessmentStory.of("brand-a", AssessmentStory.PERIOD))
                .expectProblem(409, "already-exists");
        assertThat(refused.text("/id")).isEqualTo(story.id());
    }

    @Test
    void an_assessment_of_nothing_known_is_refused() {
        admin.post("/assessments", AssessmentStory.of("brand-z", "2026-Q1"))
                .expectProblem(422, "unknown-unit", "/unit");
        admin.post(
                        "/assessments",
                        Map.of(
                                "unit", "brand-a",
                                "model", Map.of("key", "egdi", "version", "9.9.9"),
                                "period", "2026-Q1"))
                .expectProblem(422, "unknown-model", "/model");
        assertThat(admin.post("/assessments", AssessmentStory.of("brand-a", "2026-Q7"))
                        .text("/errors/0/pointer"))
                .isEqualTo("/period");
    }

    @Test
    void an_answer_that_cannot_be_is_refused_where_it_stands() {
        story.answer("osi", 7).expectProblem(422, "outside-scale", "/value");
        story.answer("osi", "plenty").expectProblem(422, "outside-scale", "/value");
        story.answer("nothing", 1).expect(404);
        pointsTo("/certainty", Map.of("value", 0.5, "certainty", "high"));
        pointsTo("/surprise", Map.of("value", 0.5, "surprise", true));
        pointsTo("/notApplicable/reason", Map.of("notApplicable", EMPTY));
        pointsTo("/value", Map.of("value", List.of(0.5)));
        pointsTo("/evidence/0", Map.of("value", 0.5, "evidence", List.of(Map.of("url", "ftp://example.org"))));
        assertThat(admin.put(story.path() + "/answers/osi", EMPTY).status()).isBetween(400, 422);
        assertThat(admin.put(story.path() + "/answers/osi", Map.of("value", 0.5, "certainty", 6))
                        .status())
                .isBetween(400, 422);
    }

    private void pointsTo(String pointer, Map<String, ?> body) {
        var reply = admin.put(story.path() + "/answers/osi", body);
        assertThat(reply.status()).isBetween(400, 422);
        assertThat(reply.text("/errors/0/pointer")).as("%s", reply.body()).isEqualTo(pointer);
    }

    @Test
    void of_several_answers_the_bad_one_is_named() {
        var refused = admin.post(
                story.path() + "/answers",
                Map.of(
                        "answers",
                        List.of(Map.of("question", "osi", "value", 1), Map.of("question", "no", "value", 1))));
        refused.expectProblem(422, "unknown-question", "/answers/1/question");
        admin.post(
                        story.path() + "/answers",
                        Map.of(
                                "answers",
                                List.of(Map.of("question", "osi", "value", 1), Map.of("question", "osi", "value", 1))))
                .expectProblem(422, "same-question-twice", "/answers/1/question");
        assertThat(admin.post(story.path() + "/answers", EMPTY).status()).isBetween(400, 422);
    }

    @Test
    void a_step_needs_the_version_it_was_decided_on() {
        admin.post(story.path() + "/submission", EMPTY).expect(428);
        var seen = story.etag();
        story.answer("osi", 0.5).expect(200);
        admin.post(story.path() + "/submission", EMPTY, seen).expect(412);
        assertThat(admin.post(story.path() + "/submission", EMPTY, "yesterday").status())
                .isEqualTo(400);
        admin.put(story.path() + "/answers/osi", Map.of("value", 0.6), seen).expect(412);
    }

    @Test
    void a_step_out_of_turn_is_refused() {
        story.step("finalization", EMPTY).expectProblem(409, "wrong-status");
        story.step("return", Map.of("reason", "no")).expectProblem(409, "wrong-status");
        story.step("reopening", Map.of("reason", "no")).expectProblem(409, "wrong-status");
    }

    @Test
    void a_step_back_needs_a_reason() {
        story.submitted();
        story.step("return", EMPTY).expectProblem(422, "reason-required", "/reason");
    }

    @Test
    void too_little_answered_is_not_finalized() {
        story.answer("osi", 0.5).expect(200);
        story.submitted();
        var refused = story.step("finalization", EMPTY).expectProblem(409, "coverage-too-low");
        assertThat(refused.at("/coverage").asDouble()).isBetween(0.3, 0.4);
        assertThat(refused.at("/required").asDouble()).isGreaterThan(0.4);
    }

    @Test
    void points_are_within_the_questions_weight() {
        story.answer("osi", 0.5).expect(200);
        admin.put(story.path() + "/points/osi", Map.of("points", 1000, "reason", "generous"))
                .expectProblem(422, "points-out-of-range", "/points");
        assertThat(admin.put(story.path() + "/points/osi", Map.of("points", 0.1))
                        .text("/errors/0/pointer"))
                .isEqualTo("/reason");
        admin.put(story.path() + "/points/hci", Map.of("points", 0.1, "reason", "why not"))
                .expectProblem(409, "not-answered");
    }

    @Test
    void only_who_may_does() {
        var viewer = admin.as("viewer");
        viewer.get(story.path()).expect(200);
        viewer.put(story.path() + "/answers/osi", Map.of("value", 0.5)).expect(403);
        var respondent = admin.as("respondent");
        respondent.put(story.path() + "/answers/osi", Map.of("value", 0.5)).expect(200);
        respondent
                .put(story.path() + "/points/osi", Map.of("points", 0.1, "reason", "mine"))
                .expect(403);
        respondent
                .post("/assessments", AssessmentStory.of("brand-a", "2026-Q1"))
                .expect(403);
        respondent
                .post(story.path() + "/reopening", Map.of("reason", "mine"), "\"v1\"")
                .expect(403);
        assertThat(new Client(admin.address(), "nobody").get(story.path()).status())
                .isEqualTo(401);
        Service.operator().get(story.path()).expect(403);
    }

    @Test
    void a_stranger_gets_the_404_of_an_unknown_id_everywhere() {
        var stranger = Service.tenant("automatic");
        var unknown = "/assessments/" + new UUID(1, 2);
        for (var read : List.of("", "/answers", "/answers/osi/history", "/profile"))
            same(stranger.get(story.path() + read), stranger.get(unknown + read));
        for (var step : List.of("submission", "return", "finalization", "reopening", "cancellation"))
            same(
                    stranger.post(story.path() + "/" + step, Map.of("reason", "mine"), "\"v0\""),
                    stranger.post(unknown + "/" + step, Map.of("reason", "mine"), "\"v0\""));
        var answers = Map.of("answers", List.of(Map.of("question", "osi", "value", 1)));
        same(stranger.post(story.path() + "/answers", answers), stranger.post(unknown + "/answers", answers));
        same(stranger.post(story.path() + "/what-if", answers), stranger.post(unknown + "/what-if", answers));
        same(
                stranger.put(story.path() + "/answers/osi", Map.of("value", 1)),
                stranger.put(unknown + "/answers/osi", Map.of("value", 1)));
        same(stranger.delete(story.path() + "/answers/osi"), stranger.delete(unknown + "/answers/osi"));
        var points = Map.of("points", 0, "reason", "mine");
        same(stranger.put(story.path() + "/points/osi", points), stranger.put(unknown + "/points/osi", points));
        same(stranger.get(story.journey()), stranger.get("/units/brand-q/journeys/egdi"));
    }

    private static void same(Reply foreign, Reply unknown) {
        foreign.expect(404);
        unknown.expect(404);
        assertThat(foreign.text("/title")).isEqualTo(unknown.text("/title"));
        assertThat(foreign.text("/type")).isEqualTo(unknown.text("/type"));
        assertThat(foreign.text("/detail")).isEqualTo(unknown.text("/detail"));
    }
}
