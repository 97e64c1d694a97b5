package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.notice.NoticeKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is told of what, in their feeds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationsHttpTest {
    private MovingService service;

    @BeforeAll
    void start() {
        service = new MovingService(
                Instant.parse("2026-11-22T08:00:00Z"),
                "--cairn.webhooks.allow-http=true",
                "--cairn.webhooks.allow-private=true");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void a_life_of_an_assessment_is_told_to_whom_it_concerns_and_to_a_webhook() {
        var admin = tenant("life");
        var facilitator = admin.as("facilitator");
        var respondent = admin.as("respondent");
        var reviewer = admin.as("reviewer");
        try (var receiver = new Receiver()) {
            var added = admin.post("/webhooks", Map.of("url", receiver.url("/hook")))
                    .expect(201);
            assertThat(added.text("/secret")).startsWith("whsec_");

            var story = AssessmentStory.open(admin).answered(0.6).submitted();
            story.finalized();
            service.deliver();

            assertThat(kinds(respondent)).containsExactly("assessment.finalized", "assessment.opened");
            assertThat(kinds(reviewer)).containsExactly("stage.proposed", "assessment.submitted");
            assertThat(kinds(facilitator))
                    .containsExactly("stage.proposed", "assessment.finalized", "assessment.submitted");
            assertThat(kinds(admin)).as("who did it need not be told").containsExactly("stage.proposed");
            assertThat(receiver.messages().stream()
                            .map(it -> it.json().path("type").asString()))
                    .containsExactly(
                            "assessment.opened", "assessment.submitted", "assessment.finalized", "stage.proposed");
            var message = receiver.of("assessment.submitted").getFirst();
            assertThat(message.path()).isEqualTo("/hook");
            assertThat(message.json().at("/data/assessment").asString()).isEqualTo(story.id());
            assertThat(message.json().at("/data/unit").asString()).isEqualTo("brand-a");
            var shown = reviewer.get("/notifications").expect(200).at("/items/1");
            assertThat(message.header("webhook-id"))
                    .isEqualTo("msg_" + shown.path("id").asString());
            assertThat(message.json().at("/data/notification").asString())
                    .isEqualTo(shown.path("id").asString());
        }
    }

    @Test
    void reading_is_ones_own_affair() {
        var admin = tenant("reading");
        var one = admin.as("reviewer");
        var other = admin.as("reviewer");
        submittedThrice(AssessmentStory.open(admin).answered(0.6));
        service.deliver();
        assertThat(unread(one)).isEqualTo(3);
        var first = one.get("/notifications").expect(200).text("/items/0/id");
        one.post("/notifications/" + first + "/read", Map.of()).expect(204);
        one.post("/notifications/" + first + "/read", Map.of()).expect(204);
        assertThat(unread(one)).isEqualTo(2);
        assertThat(unread(other)).isEqualTo(3);
        var page = one.get("/notifications?unread=true").expect(200);
        assertThat(page.at("/items")).hasSize(2);
        one.put("/notifications/read-until", Map.of("notification", page.text("/items/1/id")))
                .expect(204);
        assertThat(kinds(one, "?unread=true")).hasSize(1);
        one.put("/notifications/read-until", Map.of("notification", first)).expect(204);
        assertThat(unread(one)).isZero();
        assertThat(one.get("/notifications").expect(200).at("/items/0/read").asBoolean())
                .isTrue();
    }

    @Test
    void the_feed_comes_in_pages_the_latest_first() {
        var admin = tenant("pages");
        var reviewer = admin.as("reviewer");
        submittedThrice(AssessmentStory.open(admin).answered(0.6));
        service.deliver();
        var all = kinds(reviewer, "");
        var first = reviewer.get("/notifications?limit=2").expect(200);
        assertThat(first.at("/items")).hasSize(2);
        assertThat(first.header("Link")).contains("rel=\"next\"");
        var rest = reviewer.get("/notifications?limit=2&cursor=" + first.text("/next"))
                .expect(200);
        assertThat(rest.at("/items")).hasSize(1);
        assertThat(rest.text("/items/0/kind")).isEqualTo(all.get(2));
        admin.get("/notifications?cursor=" + first.text("/next")).expectProblem(400, "invalid-parameter", "?cursor");
    }

    @Test
    void a_muted_kind_is_not_in_the_feed() {
        var admin = tenant("muted");
        var reviewer = admin.as("reviewer");
        AssessmentStory.open(admin).answered(0.6).submitted();
        service.deliver();
        assertThat(kinds(reviewer, "")).containsExactly("assessment.submitted");
        var silent = Map.of("kinds", Map.of("assessment.submitted", Map.of("feed", false, "email", true)));
        var put = reviewer.put("/notifications/preferences", silent).expect(200);
        assertThat(put.at("/kinds")).hasSize(NoticeKind.values().length);
        assertThat(kinds(reviewer, "")).isEmpty();
        reviewer.put(
                        "/notifications/preferences",
                        Map.of("kinds", Map.of("no.such", Map.of("feed", true, "email", true))))
                .expectProblem(422, "invalid-value", "/kinds");
        reviewer.put("/notifications/preferences", Map.of("kinds", Map.of())).expect(200);
        assertThat(kinds(reviewer, "")).hasSize(1);
    }

    @Test
    void those_assigned_are_told_and_nobody_else() {
        var admin = tenant("assigned");
        var ann = admin.as("respondent");
        var bob = admin.as("respondent");
        var story = AssessmentStory.open(admin);
        admin.post(story.path() + "/respondents", Map.of("respondents", List.of(Map.of("respondent", actor(ann)))))
                .expect(200);
        ann.put(story.path() + "/answers/osi", Map.of("value", 0.5)).expect(200);
        admin.post(story.path() + "/consensus-rounds", Map.of("questions", List.of("osi"), "reason", "let us talk"))
                .expect(200);
        service.deliver();
        assertThat(kinds(ann, "")).containsExactly("consensus.started", "assessment.assigned", "assessment.opened");
        assertThat(kinds(bob, "")).containsExactly("assessment.opened");
        var round = ann.get("/notifications").expect(200).at("/items/0");
        assertThat(round.path("question").asString()).isEqualTo("osi");
        assertThat(round.toString()).as("no words of people").doesNotContain("let us talk");
    }

    @Test
    void a_target_that_is_reached_is_told() {
        var admin = tenant("target");
        var viewer = admin.as("viewer");
        var story = AssessmentStory.open(admin);
        admin.put(
                        story.journey() + "/targets",
                        Map.of("targets", List.of(Map.of("stage", "high", "period", AssessmentStory.PERIOD))))
                .expect(200);
        var finalized = story.answered(0.6).submitted().finalized();
        var proposal = admin.get(story.journey() + "?min-position=" + finalized.position())
                .expect(200)
                .text("/proposal/id");
        admin.post(story.journey() + "/transitions", Map.of("proposal", proposal, "decision", "accept"))
                .expect(200);
        service.deliver();
        var told = viewer.get("/notifications").expect(200);
        assertThat(told.at("/items").valueStream().map(it -> it.path("kind").asString()))
                .contains("target.reached", "stage.transitioned");
        var reached = told.at("/items")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals("target.reached"))
                .findFirst()
                .orElseThrow();
        assertThat(reached.at("/to/key").asString()).isEqualTo("high");
        assertThat(reached.path("period").asString()).isEqualTo(AssessmentStory.PERIOD);
    }

    @Test
    void what_was_imported_tells_nobody() {
        var admin = tenant("imported");
        var facilitator = admin.as("facilitator");
        admin.postCsv(
                        "/imports/answers?model=egdi&version=2.0.0&finalize=true&createUnits=true",
                        "unit,period,question,value\nbrand-a,2024,osi,0.5\nbrand-a,2024,hci,0.5\nbrand-a,2024,tii,0.5\n")
                .expect(200);
        service.deliver();
        assertThat(kinds(facilitator, "")).isEmpty();
        admin.get("/units/brand-a/journeys/egdi").expect(200);
    }

    @Test
    void a_cycle_tells_once_and_reminds_those_who_are_not_done() {
        var admin = tenant("cycle");
        var respondent = admin.as("respondent");
        for (var unit : List.of("brand-a", "brand-b"))
            admin.post("/units", Map.of("code", unit, "name", unit)).expect(201);
        var opened = admin.post(
                        "/cycles",
                        Map.of(
                                "model",
                                Map.of("key", "egdi", "version", "2.0.0"),
                                "period",
                                "2026-Q4",
                                "reminderDays",
                                List.of(14)))
                .expect(201);
        service.settle();
        assertThat(kinds(respondent, "")).containsExactly("cycle.opened");
        var before = service.now();
        service.on("2026-12-17T12:00:00Z");
        service.on("2026-12-17T12:30:00Z");
        assertThat(before).isBefore(service.now());
        assertThat(kinds(respondent, "")).containsExactly("assessment.due", "assessment.due", "cycle.opened");
        var due = respondent.get("/notifications").expect(200).at("/items/0");
        assertThat(due.path("cycle").asString()).isEqualTo(opened.text("/id"));
        assertThat(due.path("lastDay").asString()).isEqualTo("2026-12-31");
        assertThat(due.path("daysLeft").asInt()).isEqualTo(14);
    }

    private static void submittedThrice(AssessmentStory story) {
        story.submitted();
        for (var i = 0; i < 2; i++) {
            story.step("return", Map.of("reason", "once more")).expect(200);
            story.submitted();
        }
    }

    private static String actor(Client client) {
        return client.put("/directory/me", Map.of("name", "Somebody"))
                .expect(200)
                .text("/actor");
    }

    private static int unread(Client client) {
        return client.get("/notifications?limit=1").expect(200).at("/unread").asInt();
    }

    private List<String> kinds(Client client) {
        return kinds(client, "");
    }

    private List<String> kinds(Client client, String query) {
        return client.get("/notifications" + query)
                .expect(200)
                .at("/items")
                .valueStream()
                .map(it -> it.path("kind").asString())
                .toList();
    }

    private Client tenant(String slug) {
        return service.tenant(slug, "01-01", "confirmed");
    }
}
