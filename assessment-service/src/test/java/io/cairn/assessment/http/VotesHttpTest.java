package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** An assessment that several answer, from the outside. */
class VotesHttpTest {
    private final Client admin = Service.tenant("automatic");
    private final AssessmentStory story = AssessmentStory.open(admin);
    private final Respondent ann = Respondent.of(admin, "ann");
    private final Respondent bob = Respondent.of(admin, "bob");
    private final String path = story.path();

    /** Somebody with a key of their own. */
    record Respondent(Client client, String actor) {
        static Respondent of(Client admin, String name) {
            var key = admin.post("/keys", Map.of("name", name, "role", "respondent"))
                    .expect(201);
            return new Respondent(new Client(admin.address(), key.text("/key")), "key:" + key.text("/id"));
        }
    }

    @Test
    void several_answer_and_the_facilitator_settles() {
        assign(Map.of("respondent", ann.actor()), Map.of("respondent", bob.actor()));
        vote(ann, "osi", 0.9).expect(200);
        vote(bob, "osi", 0.2).expect(200);
        for (var question : List.of("hci", "tii")) {
            vote(ann, question, 0.6).expect(200);
            vote(bob, question, 0.6).expect(200);
        }

        assertThat(keys(admin.get(path + "/answers").at("/items"))).containsExactlyInAnyOrder("hci", "tii");
        assertThat(admin.get(path + "/profile").at("/unsettled").get(0).asString())
                .isEqualTo("osi");
        var refused = story.step("submission", Map.of()).expectProblem(409, "votes-differ");
        assertThat(refused.text("/questions/0")).isEqualTo("osi");

        var agreement = admin.get(path + "/agreement").expect(200);
        assertThat(texts(agreement.at("/needsRound"))).containsExactly("osi");
        var osi = question(agreement.at("/questions"), "osi");
        assertThat(osi.at("/proposed/value").asDouble()).as("the lower median").isEqualTo(0.2);
        // s² of 0.2 and 0.9 is 0.245, more than chance gives on 0..1
        assertThat(osi.at("/withinGroup").asDouble()).isEqualTo(0);
        assertThat(question(agreement.at("/questions"), "hci")
                        .at("/withinGroup")
                        .asDouble())
                .isEqualTo(1);
        assertThat(osi.at("/standing").asString()).isEqualTo("unsettled");

        admin.post(path + "/consensus-rounds", Map.of("questions", List.of("osi")))
                .expect(200);
        assertThat(votes(bob.client(), "osi"))
                .as("in a round they see each other")
                .hasSize(2);
        bob.client()
                .put(path + "/answers/osi", Map.of("value", 0.5, "reason", "ann has shown me"))
                .expect(200);
        var settled = admin.put(
                        path + "/agreed-answers/osi",
                        Map.of("value", 0.7, "rationale", "we looked at it together", "reason", "the median is old"))
                .expect(200);
        assertThat(settled.at("/value").asDouble()).isEqualTo(0.7);
        vote(ann, "osi", 0.7).expectProblem(409, "question-is-settled");
        assertThat(votes(admin, "osi")).containsExactlyInAnyOrder("0.9", "0.5");

        var profile = admin.get(path + "/profile").expect(200);
        assertThat(profile.at("/confidence/panel/respondents").asInt()).isEqualTo(2);
        assertThat(profile.at("/confidence/panel/stages/0/probability").asDouble())
                .isBetween(0.0, 1.0);
        story.submitted();
        story.finalized();
        assertThat(admin.get(path + "/profile").at("/confidence/panel"))
                .as("it was put down")
                .isEqualTo(profile.at("/confidence/panel"));

        var history = admin.get(path + "/answers/osi/history").expect(200).at("/items");
        assertThat(texts(history, "/change"))
                .containsExactly("recorded", "recorded", "consensus-round", "changed", "agreed");
        assertThat(history.get(3).at("/respondent").asString()).isEqualTo(bob.actor());
        assertThat(history.get(3).at("/from/value").asDouble()).isEqualTo(0.2);
        assertThat(history.get(3).at("/reason").asString()).isEqualTo("ann has shown me");
        assertThat(history.get(4).at("/to/value").asDouble()).isEqualTo(0.7);
    }

    @Test
    void a_respondent_sees_nobody_elses_answer_before_it_is_settled() {
        assign(Map.of("respondent", ann.actor()), Map.of("respondent", bob.actor()));
        vote(ann, "osi", 0.9).expect(200);
        vote(bob, "osi", 0.2).expect(200);
        vote(ann, "hci", 0.9).expect(200);
        var bobs = bob.client();

        assertThat(votes(bobs, "osi")).containsExactly("0.2");
        assertThat(votes(bobs, "hci")).isEmpty();
        assertThat(question(bobs.get(path + "/votes").at("/items"), "osi").has("standing"))
                .isFalse();
        assertThat(texts(bobs.get(path + "/answers").at("/items"), "/value")).containsExactly("0.2");
        assertThat(texts(bobs.get(path + "/answers/osi/history").at("/items"), "/respondent"))
                .containsExactly(bob.actor());
        var seen = bobs.get(path + "/profile").expect(200);
        assertThat(seen.at("/overall/coverage").asDouble()).isCloseTo(1 / 3.0, within(0.01));
        assertThat(seen.at("/unsettled")).isEmpty();
        bobs.get(path + "/agreement").expect(403);

        admin.put(path + "/agreed-answers/osi", Map.of("value", 0.5)).expect(200);
        assertThat(votes(bobs, "osi")).containsExactlyInAnyOrder("0.9", "0.2");
        assertThat(votes(bobs, "hci")).isEmpty();
        story.submitted();
        assertThat(votes(bobs, "hci")).containsExactly("0.9");
    }

    @Test
    void respondents_are_assigned_and_asked_no_more() {
        var assigned = assign(
                Map.of("respondent", ann.actor(), "dimensions", List.of("human-capital")),
                Map.of("respondent", bob.actor()));
        assertThat(assigned.header("X-Event-Position")).isNotEmpty();
        vote(ann, "hci", 0.5).expect(200);
        vote(ann, "osi", 0.5).expectProblem(403, "not-assigned");
        var lines = admin.get(path + "/respondents").expect(200).at("/items");
        assertThat(lines).hasSize(2);
        for (var line : lines)
            if (line.at("/respondent").asString().equals(ann.actor())) {
                assertThat(line.at("/voted").asInt()).isEqualTo(1);
                assertThat(line.at("/questions").asInt()).isEqualTo(1);
            }
        admin.delete(path + "/respondents?respondent=" + ann.actor() + "&reason=left")
                .expect(204);
        vote(ann, "hci", 0.6).expectProblem(403, "not-assigned");
        admin.delete(path + "/respondents?respondent=" + ann.actor()).expect(404);
        assertThat(votes(admin, "hci")).as("what was said stands").containsExactly("0.5");
    }

    @Test
    void what_is_not_up_to_somebody_is_refused() {
        story.answer("osi", 0.5).expect(200);
        admin.put(path + "/agreed-answers/osi", Map.of("value", 0.5)).expectProblem(409, "nobody-assigned");
        admin.post(
                        path + "/respondents",
                        Map.of("respondents", List.of(Map.of("respondent", ann.actor(), "dimensions", List.of("no")))))
                .expectProblem(422, "unknown-dimension", "/respondents/0");
        assertThat(admin.post(path + "/respondents", Map.of("respondents", List.of()))
                        .status())
                .isBetween(400, 422);
        assign(Map.of("respondent", ann.actor()), Map.of("respondent", bob.actor()));
        story.answer("osi", 0.6).expectProblem(403, "not-assigned");
        admin.post(path + "/consensus-rounds", Map.of("questions", List.of("osi")))
                .expectProblem(409, "not-answered");
        admin.put(path + "/agreed-answers/nothing", Map.of("value", 0.5)).expect(404);
        admin.put(path + "/agreed-answers/osi", Map.of("value", 7)).expectProblem(422, "outside-scale", "/value");
        ann.client().put(path + "/agreed-answers/osi", Map.of("value", 0.5)).expect(403);
        ann.client()
                .post(path + "/consensus-rounds", Map.of("questions", List.of("osi")))
                .expect(403);
        ann.client()
                .post(path + "/respondents", Map.of("respondents", List.of(Map.of("respondent", ann.actor()))))
                .expect(403);
        ann.client().post(path + "/submission", Map.of(), story.etag()).expectProblem(403, "facilitator-only");
        admin.get(path + "/agreement?threshold=2").expect(400);
        var stranger = Service.tenant("automatic");
        stranger.get(path + "/votes").expect(404);
        stranger.get(path + "/agreement").expect(404);
        stranger.get(path + "/respondents").expect(404);
    }

    @Test
    void a_facilitator_who_has_not_seen_the_last_vote_can_be_stopped() {
        assign(Map.of("respondent", ann.actor()), Map.of("respondent", bob.actor()));
        vote(ann, "osi", 0.9).expect(200);
        var seen = story.etag();
        vote(bob, "osi", 0.2).expect(200);
        admin.put(path + "/agreed-answers/osi", Map.of("value", 0.9), seen).expectProblem(412, "stale-version");
    }

    private Reply assign(Object... respondents) {
        return admin.post(path + "/respondents", Map.of("respondents", List.of(respondents)))
                .expect(200);
    }

    private Reply vote(Respondent who, String question, double value) {
        return who.client().put(path + "/answers/" + question, Map.of("value", value));
    }

    private List<String> votes(Client client, String question) {
        var line = question(client.get(path + "/votes").expect(200).at("/items"), question);
        return texts(line.at("/votes"), "/answer/value");
    }

    private static JsonNode question(JsonNode lines, String question) {
        for (var line : lines) if (line.at("/question").asString().equals(question)) return line;
        return MissingNode.getInstance();
    }

    private static List<String> keys(JsonNode lines) {
        return texts(lines, "/question");
    }

    private static List<String> texts(JsonNode nodes, String pointer) {
        var texts = new ArrayList<String>();
        for (var node : nodes) texts.add(node.at(pointer).asString());
        return texts;
    }

    private static List<String> texts(JsonNode nodes) {
        return texts(nodes, "");
    }
}
