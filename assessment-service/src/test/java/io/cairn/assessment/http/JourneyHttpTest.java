package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JourneyHttpTest {
    @Test
    void under_the_automatic_policy_a_finalized_stage_is_taken() {
        var admin = Service.tenant("automatic");
        var story = AssessmentStory.open(admin).answered(0.6).submitted();
        var journey = journey(admin, story, story.finalized());
        assertThat(journey.text("/stage/key")).isEqualTo("high");
        assertThat(journey.text("/period")).isEqualTo(AssessmentStory.PERIOD);
        assertThat(journey.text("/transitions/0/direction")).isEqualTo("initial");
        assertThat(journey.at("/proposal").isMissingNode()).isTrue();
    }

    @Test
    void a_corrected_past_tells_the_later_period_anew() {
        var admin = Service.tenant("automatic");
        var past = AssessmentStory.open(admin).answered(0.3).submitted();
        past.finalized();
        var later =
                AssessmentStory.open(admin, "brand-a", "2027-Q1").answered(0.6).submitted();
        later.finalized();
        var journey = journey(admin, past, past.corrected(0.9));
        assertThat(journey.at("/transitions")).hasSize(4);
        assertThat(journey.text("/transitions/2/period")).isEqualTo(AssessmentStory.PERIOD);
        assertThat(journey.text("/transitions/3/period")).isEqualTo("2027-Q1");
        assertThat(journey.text("/transitions/3/cause")).isEqualTo("correction");
        assertThat(journey.text("/transitions/3/direction")).isEqualTo("regress");
        assertThat(journey.text("/stage/key")).isEqualTo("high");
    }

    @Test
    void under_the_confirmed_policy_a_person_decides() {
        var admin = Service.tenant("confirmed");
        var story = AssessmentStory.open(admin).answered(0.6).submitted();
        var waiting = journey(admin, story, story.finalized());
        assertThat(waiting.at("/stages")).isEmpty();
        assertThat(waiting.text("/proposal/stage/key")).isEqualTo("high");
        var proposal = waiting.text("/proposal/id");
        var path = story.journey() + "/transitions";

        var override = Map.of("proposal", proposal, "decision", "override", "to", "world-class", "reason", "audit");
        admin.post(path, override).expectProblem(422, "unknown-stage", "/to");
        admin.post(path, Map.of("proposal", proposal, "decision", "hold"))
                .expectProblem(422, "reason-required", "/reason");
        admin.post(path, Map.of("proposal", new UUID(1, 2).toString(), "decision", "accept"))
                .expectProblem(409, "proposal-not-open");
        admin.as("respondent")
                .post(path, Map.of("proposal", proposal, "decision", "accept"))
                .expect(403);

        var decided = admin.post(
                        path, Map.of("proposal", proposal, "decision", "override", "to", 2, "reason", "see the audit"))
                .expect(200);
        assertThat(decided.text("/stage/key")).isEqualTo("middle");
        assertThat(decided.at("/transitions/0/overridden").asBoolean()).isTrue();
        assertThat(decided.text("/transitions/0/reason")).isEqualTo("see the audit");
        assertThat(decided.text("/transitions/0/decidedBy")).startsWith("key:");
        assertThat(decided.at("/proposal").isMissingNode()).isTrue();
        admin.post(path, Map.of("proposal", proposal, "decision", "accept")).expectProblem(409, "proposal-not-open");
    }

    @Test
    void under_the_confirmed_policy_a_corrected_past_asks_a_person_about_the_later_period() {
        var admin = Service.tenant("confirmed");
        var past = AssessmentStory.open(admin).answered(0.3).submitted();
        decide(admin, journey(admin, past, past.finalized()), Map.of("decision", "accept"));
        var later =
                AssessmentStory.open(admin, "brand-a", "2027-Q1").answered(0.6).submitted();
        var before = decide(admin, journey(admin, later, later.finalized()), Map.of("decision", "accept"));
        assertThat(before.at("/proposals")).isEmpty();

        var found = journey(admin, past, past.corrected(0.9));
        assertThat(found.at("/proposals")).hasSize(1);
        assertThat(found.text("/proposal/cause")).isEqualTo("assessment");
        var asked = decide(admin, found, Map.of("decision", "accept"));
        assertThat(asked.text("/proposal/period")).isEqualTo("2027-Q1");
        assertThat(asked.text("/proposal/cause")).isEqualTo("correction");
        assertThat(asked.text("/proposal/stage/key")).isEqualTo("high");
        assertThat(asked.text("/stage/key")).as("stands meanwhile").isEqualTo("high");
        assertThat(asked.text("/period")).isEqualTo("2027-Q1");

        var decided = decide(admin, asked, Map.of("decision", "accept", "reason", "it is so"));
        assertThat(decided.at("/proposals")).isEmpty();
        var told = decided.at("/transitions/" + (decided.at("/transitions").size() - 1));
        assertThat(told.path("period").asString()).isEqualTo("2027-Q1");
        assertThat(told.path("direction").asString()).isEqualTo("regress");
        assertThat(told.path("cause").asString()).isEqualTo("correction");
        assertThat(told.path("decidedBy").asString()).startsWith("key:");
    }

    @Test
    void whoever_decides_on_what_has_changed_since_is_told_so() {
        var admin = Service.tenant("confirmed");
        var story = AssessmentStory.open(admin).answered(0.6).submitted();
        var waiting = journey(admin, story, story.finalized());
        var path = story.journey() + "/transitions";
        var accept = Map.of("proposal", waiting.text("/proposal/id"), "decision", "accept");
        admin.put(story.journey() + "/targets", Map.of("targets", List.of())).expect(200);
        admin.put(
                        story.journey() + "/targets",
                        Map.of("targets", List.of(Map.of("stage", "high", "period", "2099-Q4"))))
                .expect(200);
        admin.post(path, accept, waiting.etag()).expect(412);
        admin.post(path, accept, "v3").expectProblem(400, "invalid-header", "If-Match");
        var decided = admin.post(path, accept).expect(200);
        assertThat(decided.text("/targets/0/status")).isEqualTo("reached");
        admin.post(path, accept, decided.etag()).expectProblem(409, "proposal-not-open");
    }

    @Test
    void a_decision_that_departs_from_a_proposal_needs_a_reason() {
        var admin = Service.tenant("confirmed");
        var story = AssessmentStory.open(admin).answered(0.6).submitted();
        var proposal = journey(admin, story, story.finalized()).text("/proposal/id");
        var path = story.journey() + "/transitions";
        for (var decision : List.of("hold", "reject"))
            admin.post(path, Map.of("proposal", proposal, "decision", decision))
                    .expectProblem(422, "reason-required", "/reason");
        admin.post(path, Map.of("proposal", proposal, "decision", "override", "to", "low"))
                .expectProblem(422, "reason-required", "/reason");
        admin.post(path, Map.of("proposal", proposal, "decision", "override", "reason", "because"))
                .expectProblem(422, "unknown-stage", "/to");
        admin.post(path, Map.of("proposal", proposal, "decision", "shrug"))
                .expectProblem(422, "invalid-value", "/decision");
        admin.post(path, Map.of("proposal", proposal, "decision", "accept", "to", "low"))
                .expectProblem(400, "malformed-body");
        for (var role : List.of("respondent", "auditor", "viewer"))
            admin.as(role)
                    .post(path, Map.of("proposal", proposal, "decision", "accept"))
                    .expect(403);
        var same = Map.of("proposal", proposal, "decision", "override", "to", "high", "reason", "agreed");
        var decided = admin.as("reviewer").post(path, same).expect(200);
        assertThat(decided.at("/transitions/0/overridden").asBoolean())
                .as("with what was proposed")
                .isFalse();
    }

    @Test
    void a_cancelled_assessment_leaves_no_stage_and_its_successor_brings_one() {
        var admin = Service.tenant("automatic");
        var story = AssessmentStory.open(admin).answered(0.6).submitted();
        story.finalized();
        story.step("reopening", Map.of("reason", "the wrong brand")).expect(200);
        var left = journey(admin, story, story.step("cancellation", Map.of()).expect(200));
        assertThat(left.at("/stages")).isEmpty();

        var anew = AssessmentStory.open(admin, "brand-a", AssessmentStory.PERIOD)
                .answered(0.3)
                .submitted();
        assertThat(journey(admin, anew, anew.finalized()).text("/stage/key")).isEqualTo("middle");
    }

    @Test
    void a_correction_that_tells_no_stage_takes_back_what_was_told_before() {
        var admin = Service.tenant("confirmed");
        ShopModel.publish(admin, ShopModel.first());
        admin.post("/units", Map.of("code", "brand-a", "name", "Brand A")).expect(201);
        var shop = Map.of("key", "shop", "version", "1.0.0");
        var assessment = "/assessments/"
                + admin.post("/assessments", Map.of("unit", "brand-a", "model", shop, "period", AssessmentStory.PERIOD))
                        .expect(201)
                        .text("/id");
        var questions = List.of("reach", "team", "policy", "paper");
        answer(admin, assessment, questions, Map.of("notApplicable", Map.of("reason", "no shop yet")));
        answer(admin, assessment, List.of("reach"), Map.of("value", 90));
        var journey = "/units/brand-a/journeys/shop";
        var told = admin.get(journey + "?min-position=" + finalized(admin, assessment))
                .expect(200);
        assertThat(told.text("/proposal/stage/key")).isEqualTo("high");

        step(admin, assessment, "reopening", Map.of("reason", "it was the other brand's"));
        var none = Map.of("notApplicable", Map.of("reason", "no shop yet"), "reason", "the other brand's");
        answer(admin, assessment, List.of("reach"), none);
        var left = admin.get(journey + "?min-position=" + finalized(admin, assessment))
                .expect(200);
        assertThat(left.at("/proposal").isMissingNode()).isTrue();
        assertThat(left.at("/stages")).isEmpty();
        var accept = Map.of("proposal", told.text("/proposal/id"), "decision", "accept");
        admin.post(journey + "/transitions", accept).expectProblem(409, "proposal-not-open");
    }

    private static void answer(Client client, String assessment, List<String> questions, Map<String, ?> answer) {
        for (var question : questions)
            client.put(assessment + "/answers/" + question, answer).expect(200);
    }

    private static long finalized(Client client, String assessment) {
        step(client, assessment, "submission", Map.of());
        return step(client, assessment, "finalization", Map.of()).position();
    }

    private static Reply step(Client client, String assessment, String step, Map<String, ?> body) {
        return client.post(
                        assessment + "/" + step,
                        body,
                        client.get(assessment).expect(200).etag())
                .expect(200);
    }

    @Test
    void a_journey_nobody_began_is_not_there() {
        var admin = Service.tenant("automatic");
        var story = AssessmentStory.open(admin);
        admin.get(story.journey()).expect(404);
        admin.post(
                        story.journey() + "/transitions",
                        Map.of("proposal", new UUID(1, 2).toString(), "decision", "accept"))
                .expect(404);
    }

    /** Decides on the proposal that waits. */
    private static Reply decide(Client client, Reply journey, Map<String, ?> decision) {
        var body = new HashMap<String, Object>(decision);
        body.put("proposal", journey.text("/proposal/id"));
        return client.post("/units/brand-a/journeys/egdi/transitions", body, journey.etag())
                .expect(200);
    }

    /** As it is once the policy has seen the finalization. */
    private static Reply journey(Client client, AssessmentStory story, Reply finalized) {
        return client.get(story.journey() + "?min-position=" + finalized.position())
                .expect(200);
    }
}
