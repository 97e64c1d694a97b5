package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CarryOverHttpTest {
    private final Client admin = Service.tenant("automatic");

    @BeforeEach
    void a_finalized_quarter() {
        AssessmentStory.open(admin).answered(0.6).submitted().finalized();
    }

    @Test
    void what_was_agreed_is_shown_and_does_not_count() {
        var opened = carryingOver("2027-Q1");
        assertThat(opened.at("/answered").asInt()).isZero();
        assertThat(opened.at("/unconfirmed").asInt()).isEqualTo(3);
        assertThat(opened.at("/coverage").asDouble()).isZero();
        var path = "/assessments/" + opened.text("/id");
        assertThat(admin.get(path + "/answers").expect(200).at("/items")).isEmpty();
        var waiting = admin.get(path + "/confirmations").expect(200);
        assertThat(waiting.at("/items")).hasSize(3);
        assertThat(waiting.at("/items/0/answer/value").asDouble()).isEqualTo(0.6);
        assertThat(waiting.text("/items/0/dimension")).isNotBlank();
    }

    @Test
    void a_dimension_is_confirmed_at_once_and_one_answer_changes() {
        var opened = carryingOver("2027-Q1");
        var path = "/assessments/" + opened.text("/id");
        admin.post(path + "/submission", Map.of(), opened.etag()).expectProblem(409, "answers-unconfirmed");
        admin.put(path + "/answers/osi", Map.of("value", 0.9, "reason", "new portal"))
                .expect(200);
        var dimension = admin.get(path + "/confirmations").expect(200).text("/items/0/dimension");
        admin.post(path + "/confirmations", Map.of("dimension", dimension)).expect(200);
        var rest = admin.get(path + "/confirmations")
                .expect(200)
                .at("/items")
                .valueStream()
                .map(it -> it.path("question").asString())
                .toList();
        var done = rest.isEmpty()
                ? admin.get(path)
                : admin.post(path + "/confirmations", Map.of("questions", rest)).expect(200);
        assertThat(done.at("/unconfirmed").asInt()).isZero();
        assertThat(done.at("/answered").asInt()).isEqualTo(3);

        var changed = admin.get(path + "/answers/osi/history").expect(200);
        assertThat(changed.text("/items/0/change")).isEqualTo("carried-over");
        assertThat(changed.text("/items/1/change")).isEqualTo("changed");
        assertThat(changed.at("/items/1/from/value").asDouble()).isEqualTo(0.6);
        assertThat(changed.text("/items/1/reason")).isEqualTo("new portal");
        assertThat(admin.get(path + "/answers/hci/history").expect(200).text("/items/1/change"))
                .isEqualTo("confirmed");
        admin.post(path + "/submission", Map.of(), done.etag()).expect(200);
    }

    @Test
    void nothing_is_carried_over_unless_it_is_asked_for() {
        var story = AssessmentStory.open(admin, "brand-a", "2027-Q1");
        assertThat(story.opened().at("/unconfirmed").asInt()).isZero();
    }

    @Test
    void nothing_is_carried_over_to_an_earlier_period() {
        var opened = carryingOver("2026-Q3");
        assertThat(opened.at("/unconfirmed").asInt()).isZero();
        assertThat(opened.at("/carriedFrom").isNull()).isTrue();
    }

    @Test
    void what_means_the_same_is_carried_over_to_another_version_which_says_so() {
        var other = new HashMap<String, Object>(AssessmentStory.of("brand-a", "2027-Q2"));
        other.put("model", Map.of("key", "egdi", "version", "1.0.0"));
        other.put("carryOver", true);
        var opened = admin.post("/assessments", other).expect(201);
        assertThat(opened.at("/unconfirmed").asInt()).isEqualTo(3);
        assertThat(opened.text("/carriedFrom/period")).isEqualTo("2026-Q4");
        assertThat(opened.text("/carriedFrom/modelVersion")).isEqualTo("2.0.0");
    }

    @Test
    void a_confirmation_names_a_dimension_or_questions_and_only_what_is_there() {
        var path = "/assessments/" + carryingOver("2027-Q1").text("/id") + "/confirmations";
        admin.post(path, Map.of()).expect(400);
        admin.post(path, Map.of("dimension", "all", "questions", List.of("osi")))
                .expect(400);
        admin.post(path, Map.of("dimension", "nowhere")).expectProblem(422, "unknown-dimension", "/dimension");
        admin.post(path, Map.of("questions", List.of("nothing"))).expectProblem(422, "unknown-question");
        admin.as("viewer").post(path, Map.of("questions", List.of("osi"))).expect(403);
        Service.tenant("automatic")
                .post(path, Map.of("questions", List.of("osi")))
                .expect(404);
    }

    private Reply carryingOver(String period) {
        var body = new HashMap<String, Object>(AssessmentStory.of("brand-a", period));
        body.put("carryOver", true);
        return admin.post("/assessments", body).expect(201);
    }
}
