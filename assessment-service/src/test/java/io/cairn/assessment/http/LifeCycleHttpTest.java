package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifeCycleHttpTest {
    private final Client admin = Service.tenant("automatic");

    @Test
    void an_assessment_lives_from_opening_to_a_second_finalization() {
        var story = AssessmentStory.open(admin);
        var opened = story.opened();
        assertThat(opened.header("Location")).endsWith("/api/v1/assessments/" + story.id());
        assertThat(opened.etag()).isEqualTo("\"v0\"");
        assertThat(opened.text("/status")).isEqualTo("open");
        assertThat(opened.text("/model/version")).isEqualTo("2.0.0");

        var answered = story.answer("osi", 0.6).expect(200);
        assertThat(answered.at("/value").asDouble()).isEqualTo(0.6);
        assertThat(answered.at("/points").asDouble()).isEqualTo(0.6);
        assertThat(answered.at("/version").asLong()).isEqualTo(1);
        assertThat(answered.etag()).isEqualTo("\"v1\"");
        story.answered(0.6);

        assertThat(story.step("submission", Map.of()).expect(200).text("/status"))
                .isEqualTo("submitted");
        story.answer("osi", 0.9).expectProblem(409, "wrong-status");
        story.step("return", Map.of("reason", "evidence is missing")).expect(200);
        admin.put(story.path() + "/answers/osi", Map.of("value", 0.9, "reason", "new portal"))
                .expect(200);
        story.submitted();

        var finalized = story.finalized();
        assertThat(finalized.text("/status")).isEqualTo("finalized");
        assertThat(finalized.text("/stage/key")).isEqualTo("high");
        assertThat(finalized.at("/coverage").asDouble()).isEqualTo(1);

        story.step("reopening", Map.of("reason", "a typing error")).expect(200);
        story.answer("osi", 0.1).expectProblem(422, "reason-required", "/reason");
        admin.put(story.path() + "/answers/osi", Map.of("value", 0.1, "reason", "a typing error"))
                .expect(200);
        assertThat(story.submitted().finalized().text("/stage/key")).isEqualTo("middle");
    }

    @Test
    void the_history_of_an_answer_says_who_when_from_to_and_why() {
        var story = AssessmentStory.open(admin);
        story.answer("osi", 0.6).expect(200);
        admin.put(story.path() + "/answers/osi", Map.of("value", 0.9, "reason", "new portal"))
                .expect(200);
        admin.delete(story.path() + "/answers/osi?reason=not+ours").expect(204);

        var history =
                admin.get(story.path() + "/answers/osi/history").expect(200).at("/items");
        assertThat(history).hasSize(3);
        assertThat(history.at("/0/change").asString()).isEqualTo("recorded");
        assertThat(history.at("/1/from/value").asDouble()).isEqualTo(0.6);
        assertThat(history.at("/1/to/value").asDouble()).isEqualTo(0.9);
        assertThat(history.at("/1/reason").asString()).isEqualTo("new portal");
        assertThat(history.at("/1/actor").asString()).startsWith("key:");
        assertThat(history.at("/1/at").asString()).endsWith("Z");
        assertThat(history.at("/2/change").asString()).isEqualTo("withdrawn");
        assertThat(history.at("/2/reason").asString()).isEqualTo("not ours");
        assertThat(admin.get(story.path() + "/answers/hci/history").expect(200).at("/items"))
                .isEmpty();
        admin.get(story.path() + "/answers/nothing/history").expect(404);
    }

    @Test
    void the_same_answer_again_changes_nothing_and_says_where_it_stands() {
        var story = AssessmentStory.open(admin);
        var first = story.answer("osi", 0.6).expect(200);
        var again = story.answer("osi", 0.60).expect(200);
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.position()).isGreaterThanOrEqualTo(first.position());
    }

    @Test
    void several_answers_are_all_recorded_or_none() {
        var story = AssessmentStory.open(admin);
        var good = List.of(Map.of("question", "osi", "value", 0.5), Map.of("question", "hci", "value", 0.5));
        var recorded =
                admin.post(story.path() + "/answers", Map.of("answers", good)).expect(200);
        assertThat(recorded.at("/answers")).hasSize(2);
        assertThat(recorded.at("/version").asLong()).isEqualTo(2);

        var bad = List.of(Map.of("question", "tii", "value", 0.5), Map.of("question", "osi", "value", 7));
        admin.post(story.path() + "/answers", Map.of("answers", bad))
                .expectProblem(422, "outside-scale", "/answers/1/value");
        assertThat(admin.get(story.path() + "/answers").expect(200).at("/items"))
                .hasSize(2);
    }

    @Test
    void why_an_answer_is_given_anew_is_told_by_its_history() {
        var story = AssessmentStory.open(admin).answered(0.6).submitted();
        story.finalized();
        story.step("reopening", Map.of("reason", "a correction")).expect(200);
        var osi = story.path() + "/answers/osi";
        admin.delete(osi + "?reason=wrong").expect(204);
        story.answer("osi", 0.9).expectProblem(422, "reason-required", "/reason");
        admin.put(osi, Map.of("value", 0.9, "reason", "counted again")).expect(200);
        var last = admin.get(osi + "/history").expect(200).at("/items/2");
        assertThat(last.path("change").asString()).isEqualTo("recorded");
        assertThat(last.path("reason").asString()).isEqualTo("counted again");
    }

    @Test
    void a_reviewers_points_count_until_the_answer_changes() {
        var story = AssessmentStory.open(admin).answered(0.6);
        var judged = admin.as("reviewer")
                .put(story.path() + "/points/osi", Map.of("points", 0, "reason", "no proof"))
                .expect(200);
        assertThat(judged.at("/points").asDouble()).isZero();
        var current = admin.get(story.path() + "/answers").expect(200);
        assertThat(current.at("/items/0/overridden").asBoolean()).isTrue();
        assertThat(current.at("/items/0/points").asDouble()).isZero();
        assertThat(story.answer("osi", 0.7).expect(200).at("/overridden").asBoolean())
                .isFalse();
    }

    @Test
    void the_profile_is_live_until_it_is_final() {
        var story = AssessmentStory.open(admin);
        var empty = admin.get(story.path() + "/profile").expect(200);
        assertThat(empty.at("/overall/stage").isNull()).isTrue();
        assertThat(empty.text("/overall/undetermined")).isNotBlank();
        assertThat(empty.at("/confidence/coverage").asDouble()).isZero();

        story.answered(0.6);
        var live = admin.get(story.path() + "/profile").expect(200);
        assertThat(live.at("/overall/score").asDouble()).isEqualTo(0.6);
        assertThat(live.text("/overall/stage/key")).isEqualTo("high");
        assertThat(live.text("/dimensions/0/key")).isNotBlank();
    }

    @Test
    void what_if_tells_and_records_nothing() {
        var story = AssessmentStory.open(admin).answered(0.6);
        var before = story.etag();
        var supposed = Map.of("answers", List.of(Map.of("question", "osi", "value", 0.0)));
        var told = admin.post(story.path() + "/what-if", supposed).expect(200);
        assertThat(told.text("/overall/stage/key")).isEqualTo("middle");
        assertThat(told.at("/overall/score").asDouble()).isEqualTo(0.4);
        assertThat(story.etag()).isEqualTo(before);
    }

    @Test
    void a_cancelled_assessment_is_opened_anew_in_its_place() {
        var story = AssessmentStory.open(admin).answered(0.6);
        assertThat(story.step("cancellation", Map.of()).expect(200).text("/status"))
                .isEqualTo("cancelled");
        var anew = admin.post("/assessments", AssessmentStory.of("brand-a", AssessmentStory.PERIOD))
                .expect(201);
        assertThat(anew.text("/id")).isEqualTo(story.id());
        assertThat(anew.at("/answered").asInt()).isZero();
    }

    @Test
    void a_step_needs_no_body() {
        var story = AssessmentStory.open(admin);
        assertThat(admin.post(story.path() + "/submission", null, story.etag())
                        .expect(200)
                        .text("/status"))
                .isEqualTo("submitted");
    }
}
