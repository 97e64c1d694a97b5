package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where a brand is to be, by when, and what becomes of it. Quarters of the calendar year; it begins in November 2026. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TargetsHttpTest {
    private static final String TARGETS = "/units/brand-a/journeys/egdi/targets";
    private static int tenants;

    private MovingService service;
    private Client admin;

    @BeforeAll
    void in_november() {
        service = new MovingService(Instant.parse("2026-11-02T09:00:00Z"));
    }

    @BeforeEach
    void a_brand_of_a_new_company() {
        admin = service.tenant("targets-" + ++tenants, "01-01");
        admin.post("/units", Map.of("code", "brand-a", "name", "Brand A")).expect(201);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void targets_are_set_before_anything_is_assessed() {
        var set = admin.put(TARGETS, targets(target("high", "2099-Q4", "the board wants it")))
                .expect(200);
        assertThat(set.text("/targets/0/stage/key")).isEqualTo("high");
        assertThat(set.text("/targets/0/status")).isEqualTo("open");
        assertThat(set.text("/targets/0/reason")).isEqualTo("the board wants it");
        assertThat(set.text("/targets/0/setBy")).startsWith("key:");
        assertThat(set.at("/targets/0/reached").isMissingNode()).isTrue();
        assertThat(set.etag()).isEqualTo("\"v0\"");
        assertThat(set.position()).isPositive();
        var journey = admin.get("/units/brand-a/journeys/egdi").expect(200);
        assertThat(journey.at("/targets")).isEqualTo(set.at("/targets"));
        assertThat(journey.at("/stages")).isEmpty();
    }

    @Test
    void no_targets_where_there_were_none_begin_no_journey() {
        var none = admin.put(TARGETS, targets()).expect(200);
        assertThat(none.at("/targets")).isEmpty();
        assertThat(none.at("/stages")).isEmpty();
        admin.get("/units/brand-a/journeys/egdi").expect(404);
    }

    @Test
    void what_is_missing_from_the_list_is_withdrawn_and_what_is_the_same_is_left_alone() {
        var first = admin.put(TARGETS, targets(target("high", "2099-Q4"), target("middle", "2098-Q4")))
                .expect(200);
        var same = admin.put(TARGETS, targets(target("middle", "2098-Q4"), target("high", "2099-Q4")))
                .expect(200);
        assertThat(same.etag()).isEqualTo(first.etag());
        var less = admin.put("/units/brand-a/roadmaps/egdi/targets", targets(target("high", "2099-Q4")), same.etag())
                .expect(200);
        assertThat(less.at("/targets")).hasSize(1);
        assertThat(less.at("/targetHistory")).hasSize(3);
        assertThat(less.text("/targetHistory/2/what")).isEqualTo("withdrawn");
        assertThat(admin.put(TARGETS, targets()).expect(200).at("/targets")).isEmpty();
    }

    @Test
    void what_cannot_be_a_target_is_refused_with_its_place() {
        admin.put(TARGETS, targets(target("high", "2099-Q4"), target("world-class", "2099-Q3")))
                .expectProblem(422, "unknown-stage", "/targets/1/stage");
        admin.put(TARGETS, targets(target("high", "2026-Q3")))
                .expectProblem(422, "target-period-is-over", "/targets/0/period");
        admin.put(TARGETS, targets(target("high", "2099-Q4"), target("low", "2099-Q4")))
                .expectProblem(422, "same-target-twice", "/targets/1/period");
        admin.put(TARGETS, targets(Map.of("dimension", "courage", "stage", "high", "period", "2099-Q4")))
                .expectProblem(422, "unknown-dimension", "/targets/0");
        admin.put(TARGETS, targets(Map.of("stage", true, "period", "2099-Q4")))
                .expectProblem(422, "unknown-stage", "/targets/0/stage");
        admin.put(TARGETS, targets(Map.of("stage", "high", "period", "soon")))
                .expectProblem(422, "invalid-value", "/targets/0/period");
        admin.put(TARGETS, Map.of()).expectProblem(400, "malformed-body");
        admin.get("/units/brand-a/journeys/egdi").expect(404);
    }

    @Test
    void who_may_not_who_is_late_and_what_is_not_there() {
        var list = targets(target("high", "2099-Q4"));
        for (var role : List.of("respondent", "reviewer", "auditor", "viewer"))
            admin.as(role).put(TARGETS, list).expect(403);
        admin.as("facilitator").put(TARGETS, list).expect(200);
        admin.put(TARGETS, targets(target("low", "2099-Q4"))).expect(200);
        admin.put(TARGETS, targets(), "\"v0\"").expect(412);
        admin.put("/units/nobody/journeys/egdi/targets", list).expect(404);
        admin.put("/units/brand-a/journeys/nothing/targets", list).expect(404);
    }

    @Test
    void a_target_is_reached_missed_and_reached_late() {
        var list = targets(
                target("middle", "2026-Q4"), Map.of("dimension", "online-services", "stage", 3, "period", "2026-Q4"));
        admin.put(TARGETS, list).expect(200);
        admin.put(TARGETS, targets()).expect(200);
        admin.put(TARGETS, list).expect(200);
        var story = AssessmentStory.open(admin, "brand-a", "2026-Q4");
        story.answer("osi", 0.3).expect(200);
        story.answer("hci", 0.7).expect(200);
        story.answer("tii", 0.5).expect(200);
        story.submitted().finalized();
        service.settle();
        var reached = admin.get("/units/brand-a/journeys/egdi").expect(200);
        assertThat(reached.text("/targets/0/status")).isEqualTo("reached");
        assertThat(reached.text("/targets/0/reached/period")).isEqualTo("2026-Q4");
        assertThat(reached.text("/targets/1/status"))
                .as("its services are at middle")
                .isEqualTo("open");

        service.on("2026-12-31T23:00:00Z");
        assertThat(admin.get("/units/brand-a/journeys/egdi").text("/targets/1/status"))
                .isEqualTo("open");
        service.on("2027-01-01T00:30:00Z");
        service.on("2027-01-01T02:30:00Z");
        var missed = admin.get("/units/brand-a/journeys/egdi").expect(200);
        assertThat(missed.text("/targets/1/status")).isEqualTo("missed");
        assertThat(missed.text("/targets/1/missed/stage/key")).isEqualTo("middle");
        assertThat(missed.text("/targets/1/missed/recordedAt")).startsWith("2027-01-01");
        assertThat(missed.at("/targetHistory")).hasSize(8);
        assertThat(missed.text("/targetHistory/7/by")).isEqualTo("system");

        AssessmentStory.open(admin, "brand-a", "2027-Q1")
                .answered(0.6)
                .submitted()
                .finalized();
        service.settle();
        var late = admin.get("/units/brand-a/journeys/egdi").expect(200);
        assertThat(late.text("/targets/1/status")).isEqualTo("missed");
        assertThat(late.text("/targets/1/reached/period")).isEqualTo("2027-Q1");
        assertThat(late.at("/targets/1/reached/late").asBoolean()).isTrue();
    }

    private static Map<String, Object> targets(Map<?, ?>... targets) {
        return Map.of("targets", List.of(targets));
    }

    private static Map<String, Object> target(String stage, String period) {
        return Map.of("stage", stage, "period", period);
    }

    private static Map<String, Object> target(String stage, String period, String reason) {
        return Map.of("stage", stage, "period", period, "reason", reason);
    }
}
