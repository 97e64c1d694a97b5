package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SmallestChangesHttpTest {
    @Test
    void the_smallest_changes_are_told_and_nothing_is_recorded() {
        var admin = Service.tenant("automatic");
        var story = AssessmentStory.open(admin).answered(0.4);
        var before = story.etag();
        var told = admin.post(path(story), Map.of("target", Map.of("stage", "high")))
                .expect(200);
        assertThat(told.at("/reachable").asBoolean()).isTrue();
        assertThat(told.text("/proof")).isEqualTo("exact");
        assertThat(told.at("/proved").asBoolean()).isTrue();
        assertThat(told.at("/atLeast").asInt()).isEqualTo(1);
        assertThat(told.at("/changes")).hasSize(1);
        assertThat(told.text("/changes/0/kind")).isEqualTo("raise");
        assertThat(told.at("/changes/0/now").asDouble()).isEqualTo(0.4);
        assertThat(told.at("/changes/0/needed").asDouble()).isEqualTo(0.7);
        assertThat(told.at("/effort").asDouble())
                .isEqualTo(told.at("/changes/0/effort").asDouble());
        assertThat(told.text("/rule")).contains("Fewest changed questions");
        assertThat(told.text("/then/overall/stage/key")).isEqualTo("high");
        assertThat(story.etag()).isEqualTo(before);
    }

    @Test
    void what_is_fixed_is_left_and_a_dimension_may_be_the_target() {
        var admin = Service.tenant("automatic");
        var story = AssessmentStory.open(admin);
        var told = admin.post(path(story), Map.of("target", Map.of("stage", 4), "fixed", List.of("osi")))
                .expect(200);
        assertThat(told.at("/reachable").asBoolean()).isFalse();
        assertThat(told.at("/proved").asBoolean()).isTrue();
        assertThat(told.text("/why")).contains("Even the best answers");
        assertThat(told.at("/then").isMissingNode()).isTrue();
        var dimension = admin.get(story.path() + "/profile").expect(200).text("/dimensions/0/key");
        var one = admin.post(path(story), Map.of("target", Map.of("stage", 4, "dimension", dimension)))
                .expect(200);
        assertThat(one.at("/changes")).hasSize(1);
        assertThat(one.text("/target/dimension")).isEqualTo(dimension);
    }

    @Test
    void what_the_model_does_not_have_is_refused_where_it_stands() {
        var admin = Service.tenant("automatic");
        var story = AssessmentStory.open(admin);
        admin.post(path(story), Map.of("target", Map.of("stage", 9)))
                .expectProblem(422, "unknown-stage", "/target/stage");
        admin.post(path(story), Map.of("target", Map.of("stage", true))).expect(422);
        admin.post(path(story), Map.of("target", Map.of("stage", 1, "dimension", "none")))
                .expectProblem(422, "unknown-dimension", "/target/dimension");
        admin.post(path(story), Map.of("target", Map.of("stage", 1), "fixed", List.of("osi", "none")))
                .expectProblem(422, "unknown-question", "/fixed/1");
        admin.post(path(story), Map.of()).expect(422);
        var body = Map.of("target", Map.of("stage", 1));
        Service.tenant("automatic").post(path(story), body).expectProblem(404, "not-found");
        admin.post("/assessments/" + new UUID(1, 2) + "/smallest-changes", body).expectProblem(404, "not-found");
    }

    private static String path(AssessmentStory story) {
        return story.path() + "/smallest-changes";
    }
}
