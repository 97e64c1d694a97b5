package io.cairn.standalone;

import static io.cairn.standalone.Acme.BRANDS;
import static io.cairn.standalone.Acme.COMPASS;
import static io.cairn.standalone.Acme.COMPASS_2;
import static io.cairn.standalone.Acme.EGDI;
import static io.cairn.standalone.Acme.bearing;
import static io.cairn.standalone.Acme.index;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * A year of a company under two models, as its people live it: through the API alone, both services in one process, a
 * clock that is moved from quarter to quarter. Each quarter is a method, and asserts what its people see; what the year
 * comes to is in the reports at its end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptedYearTest {
    private Acme acme;
    /** In the summer, before the first quarter was corrected. */
    private Instant july;

    @BeforeAll
    void in_the_first_days_of_a_year() {
        acme = new Acme("2026-01-05T08:00:00Z");
    }

    @AfterAll
    void stop() {
        acme.close();
    }

    @Test
    void a_year_of_two_models_three_brands_and_six_people() throws IOException {
        first_quarter();
        second_quarter();
        third_quarter();
        a_correction_of_the_first_quarter_in_the_third();
        a_new_version_of_a_model_is_looked_at_before_it_is_used();
        fourth_quarter();
        what_moved_under_the_new_version();
        the_year_is_over();
        the_reports_of_the_year();
        the_reports_as_they_were_in_july();
        the_corrected_quarter_as_it_was_known_and_as_it_is();
        the_audit_of_the_year();
    }

    private void first_quarter() throws IOException {
        var model = compass("1.0.0");
        acme.ada.postYaml("/models", model).expect(201);
        acme.ada.post("/models/compass/versions/1.0.0/publication", Map.of()).expect(200);
        a_published_version_never_changes(model);

        var plans = List.of(Map.of("model", EGDI, "units", BRANDS), Map.of("model", COMPASS, "units", BRANDS));
        acme.ada.put("/tenant/cycle-plan", Map.of("plans", plans)).expect(200);
        acme.cairn.settle();
        assertThat(acme.fay.get("/cycles").texts("/items", "/period")).containsExactly("2026-Q1", "2026-Q1");

        acme.targets("brand-a", "egdi", List.of(Map.of("stage", "high", "period", "2026-Q4", "reason", "the board")));
        acme.targets("brand-b", "egdi", List.of(Map.of("stage", "high", "period", "2026-Q2")));
        acme.targets(
                "brand-c",
                "compass",
                List.of(
                        Map.of("dimension", "people", "stage", "strong", "period", "2026-Q3"),
                        Map.of("stage", "strong", "period", "2026-Q4")));

        acme.quarter("brand-a", "egdi", "2026-Q1", index(0.3));
        several_answer_and_the_facilitator_settles();
        acme.quarter("brand-c", "egdi", "2026-Q1", index(0.2));
        acme.quarter("brand-a", "compass", "2026-Q1", bearing(1, 1));
        what_is_not_answered_enough_is_not_finalized_and_what_is_submitted_is_not_answered();
        acme.quarter("brand-c", "compass", "2026-Q1", bearing(2, 2));

        assertThat(stages("egdi")).containsExactly("middle", "middle", "low");
        assertThat(stages("compass")).containsExactly("begun", "begun", "steady");
        assertThat(acme.journey("brand-a", "egdi").text("/targets/0/status")).isEqualTo("open");
    }

    private void a_published_version_never_changes(String model) {
        acme.ada
                .postYaml("/models", model.replace("A team is.", "Two people are."))
                .expectProblem(409, "model-version-is-published");
        assertThat(acme.aud
                        .get("/models/compass/versions/1.0.0")
                        .expect(200)
                        .body()
                        .toString())
                .contains("A team is.");
    }

    private void several_answer_and_the_facilitator_settles() {
        var path = acme.assessment("brand-b", "egdi", "2026-Q1");
        var respondents = List.of(Map.of("respondent", acme.ray.actor()), Map.of("respondent", acme.rob.actor()));
        acme.fay.post(path + "/respondents", Map.of("respondents", respondents)).expect(200);
        acme.fay.put(path + "/answers/osi", Map.of("value", 0.9)).expectProblem(403, "not-assigned");
        acme.answer(acme.ray, path, index(0.3));
        acme.answer(acme.rob, path, index(0.3));
        acme.rob.put(path + "/answers/osi", Map.of("value", 0.9)).expect(200);
        var refused = acme.fay.step(path, "submission", Map.of()).expectProblem(409, "votes-differ");
        assertThat(refused.text("/questions/0")).isEqualTo("osi");
        acme.fay
                .put(
                        path + "/agreed-answers/osi",
                        Map.of("value", 0.3, "rationale", "Rob had last year’s portal in mind"))
                .expect(200);
        acme.finish(path);
        acme.decide(acme.fay, "brand-b", "egdi", Map.of("decision", "accept"));
        assertThat(acme.aud.get(path + "/votes").expect(200).body().toString())
                .as("votes are kept")
                .contains("0.9");
    }

    private void what_is_not_answered_enough_is_not_finalized_and_what_is_submitted_is_not_answered() {
        var path = acme.assessment("brand-b", "compass", "2026-Q1");
        acme.fay
                .put(path + "/answers/people-1", Map.of("notApplicable", Map.of()))
                .expectProblem(422, "invalid-value");
        acme.answer(acme.fay, path, Map.of("people-1", true, "people-2", true, "tools-1", true));
        acme.fay.step(path, "submission", Map.of()).expect(200);
        acme.fay.put(path + "/answers/tools-2", Map.of("value", false)).expectProblem(409, "wrong-status");
        acme.rhea.step(path, "finalization", Map.of()).expectProblem(409, "coverage-too-low");
        acme.rhea.step(path, "return", Map.of()).expectProblem(422, "reason-required");
        acme.rhea
                .step(path, "return", Map.of("reason", "half of it is missing"))
                .expect(200);
        acme.answer(acme.fay, path, Map.of("people-3", false, "tools-2", false));
        acme.fay
                .put(path + "/answers/tools-3", Map.of("notApplicable", Map.of("reason", "there is no system yet")))
                .expect(200);
        acme.finish(path);
        acme.decide(acme.fay, "brand-b", "compass", Map.of("decision", "accept"));
    }

    private void second_quarter() {
        acme.cairn.on("2026-04-02T08:00:00Z");
        var carried = acme.assessment("brand-b", "egdi", "2026-Q2");
        assertThat(acme.fay.get(carried).at("/unconfirmed").asInt()).isEqualTo(3);
        acme.fay.step(carried, "submission", Map.of()).expectProblem(409, "answers-unconfirmed");

        acme.quarter("brand-a", "egdi", "2026-Q2", index(0.6));
        acme.confirmedQuarter("brand-b", "egdi", "2026-Q2");
        a_stage_is_overridden_for_a_reason();
        acme.quarter("brand-a", "compass", "2026-Q2", bearing(2, 2));
        acme.confirmedQuarter("brand-b", "compass", "2026-Q2");
        acme.quarter("brand-c", "compass", "2026-Q2", bearing(3, 2));

        assertThat(stages("egdi")).containsExactly("high", "middle", "high");
        assertThat(stages("compass")).containsExactly("steady", "begun", "steady");
        var reached = acme.journey("brand-a", "egdi");
        assertThat(reached.text("/targets/0/status")).isEqualTo("reached");
        assertThat(reached.text("/targets/0/reached/period")).isEqualTo("2026-Q2");
        assertThat(reached.text("/targets/0/reached/recordedAt")).startsWith("2026-04-02");
        var dimension = acme.journey("brand-c", "compass");
        assertThat(dimension.texts("/targets", "/status")).containsExactly("reached", "open");
        assertThat(dimension.text("/targets/0/reached/stage/key")).isEqualTo("strong");
    }

    private void a_stage_is_overridden_for_a_reason() {
        var path = acme.assessment("brand-c", "egdi", "2026-Q2");
        acme.answer(acme.fay, path, index(0.3));
        acme.finish(path);
        var waiting = acme.journey("brand-c", "egdi");
        assertThat(waiting.text("/proposal/stage/key")).isEqualTo("middle");
        assertThat(waiting.text("/stage/key")).isEqualTo("low");
        var transitions = Acme.journeyPath("brand-c", "egdi") + "/transitions";
        var unreasoned = Map.of("proposal", waiting.text("/proposal/id"), "decision", "override", "to", "high");
        acme.rhea.post(transitions, unreasoned).expectProblem(422, "reason-required");
        acme.ray.post(transitions, unreasoned).expect(403);
        var decided = acme.decide(
                acme.rhea,
                "brand-c",
                "egdi",
                Map.of("decision", "override", "to", "high", "reason", "the new portal went live on Friday"));
        var told = decided.at("/transitions").valueStream().toList().getLast();
        assertThat(told.path("overridden").asBoolean()).isTrue();
        assertThat(told.path("decidedBy").asString()).isEqualTo(acme.rhea.actor());
        assertThat(told.at("/skipped/0/key").asString()).isEqualTo("middle");
    }

    private void third_quarter() {
        acme.cairn.on("2026-07-02T08:00:00Z");
        var missed = acme.journey("brand-b", "egdi");
        assertThat(missed.text("/targets/0/status")).isEqualTo("missed");
        assertThat(missed.text("/targets/0/missed/stage/key")).isEqualTo("middle");
        assertThat(missed.text("/targets/0/missed/recordedAt")).startsWith("2026-07-02");

        acme.confirmedQuarter("brand-a", "egdi", "2026-Q3");
        acme.quarter("brand-b", "egdi", "2026-Q3", index(0.55));
        acme.confirmedQuarter("brand-c", "egdi", "2026-Q3");
        for (var brand : BRANDS) acme.confirmedQuarter(brand, "compass", "2026-Q3");

        var regressed = acme.journey("brand-c", "egdi")
                .at("/transitions")
                .valueStream()
                .toList()
                .getLast();
        assertThat(regressed.path("direction").asString()).isEqualTo("regress");
        assertThat(regressed.at("/to/key").asString()).isEqualTo("middle");
        var late = acme.journey("brand-b", "egdi");
        assertThat(late.text("/targets/0/status")).isEqualTo("missed");
        assertThat(late.at("/targets/0/reached/late").asBoolean()).isTrue();
        assertThat(late.text("/targets/0/reached/period")).isEqualTo("2026-Q3");
        july = acme.cairn.now();
    }

    private void a_correction_of_the_first_quarter_in_the_third() {
        acme.cairn.on("2026-08-14T08:00:00Z");
        var path = acme.assessment("brand-a", "egdi", "2026-Q1");
        acme.fay.put(path + "/answers/osi", Map.of("value", 0.8)).expectProblem(409, "wrong-status");
        acme.fay.step(path, "reopening", Map.of()).expectProblem(422, "reason-required");
        acme.fay
                .step(path, "reopening", Map.of("reason", "the old site was measured"))
                .expect(200);
        acme.fay.put(path + "/answers/osi", Map.of("value", 0.8)).expectProblem(422, "reason-required");
        acme.answer(acme.fay, path, index(0.8));
        acme.finish(path);

        var found = acme.journey("brand-a", "egdi");
        assertThat(found.texts("/proposals", "/period")).containsExactly("2026-Q1");
        acme.decide(acme.fay, "brand-a", "egdi", Map.of("decision", "accept"));
        var asked = acme.journey("brand-a", "egdi");
        assertThat(asked.texts("/proposals", "/period")).containsExactly("2026-Q2");
        assertThat(asked.text("/proposal/cause")).isEqualTo("correction");
        assertThat(asked.texts("/stages", "/stage/key"))
                .as("the second quarter’s stands meanwhile")
                .containsExactly("very-high", "high", "high");
        var shown = point("brand-a", 1, "");
        assertThat(shown.at("/stage/key").asString()).isEqualTo("high");
        assertThat(shown.at("/proposed/key").asString()).isEqualTo("high");

        acme.cairn.on("2026-08-17T08:00:00Z");
        acme.decide(acme.fay, "brand-a", "egdi", Map.of("decision", "accept"));
        var told = acme.journey("brand-a", "egdi");
        assertThat(told.at("/proposals")).isEmpty();
        var last = told.at("/transitions").valueStream().toList().getLast();
        assertThat(last.path("period").asString()).isEqualTo("2026-Q2");
        assertThat(last.path("cause").asString()).isEqualTo("correction");
        assertThat(last.path("direction").asString()).isEqualTo("regress");
        assertThat(last.path("recordedAt").asString()).startsWith("2026-08-17");

        assertThat(told.text("/targets/0/reached/period")).isEqualTo("2026-Q1");
        assertThat(told.texts("/targetHistory", "/what")).containsExactly("set", "reached", "reached");
        assertThat(told.texts("/targetHistory", "/in")).containsExactly("", "2026-Q2", "2026-Q1");
        assertThat(told.text("/targetHistory/2/recordedAt")).startsWith("2026-08-14");
    }

    private void fourth_quarter() {
        acme.cairn.on("2026-10-02T08:00:00Z");
        assertThat(acme.journey("brand-c", "compass").texts("/targets", "/status"))
                .as("reached once, it is not missed")
                .containsExactly("reached", "open");
        acme.confirmedQuarter("brand-a", "egdi", "2026-Q4");
        acme.confirmedQuarter("brand-b", "egdi", "2026-Q4");
        acme.confirmed("brand-a", "compass", "2026-Q4", Map.of("people-4", false));
        var moved = bearing(2, 2);
        moved.put("people-4", true);
        acme.confirmed("brand-b", "compass", "2026-Q4", moved);
        acme.confirmed("brand-c", "compass", "2026-Q4", Map.of("people-4", true));
    }

    /** It asks one question more, without which nobody is steady. */
    private void a_new_version_of_a_model_is_looked_at_before_it_is_used() throws IOException {
        acme.cairn.on("2026-09-15T08:00:00Z");
        acme.ada.postYaml("/models", compass("2.0.0")).expect(201);
        var look = acme.ada
                .post("/models/compass/versions/2.0.0/upgrade-preview", Map.of("from", "1.0.0", "units", BRANDS))
                .expect(200);
        assertThat(look.texts("/units/items", "/unit")).isEqualTo(BRANDS);
        assertThat(look.at("/units/items/0/anew/0/question").asString()).isEqualTo("people-4");
        assertThat(look.at("/units/items/0/anew/0/because").asString()).isEqualTo("new");
        assertThat(look.at("/units/items/0/before/stage/key").asString()).isEqualTo("steady");
        acme.ada.post("/models/compass/versions/2.0.0/publication", Map.of()).expect(200);
        var plans = List.of(Map.of("model", EGDI, "units", BRANDS), Map.of("model", COMPASS_2, "units", BRANDS));
        acme.ada.put("/tenant/cycle-plan", Map.of("plans", plans)).expect(200);
    }

    private void what_moved_under_the_new_version() {
        assertThat(stages("compass")).containsExactly("begun", "steady", "steady");
        var byModel = acme.journey("brand-a", "compass")
                .at("/transitions")
                .valueStream()
                .toList()
                .getLast();
        assertThat(byModel.path("cause").asString()).isEqualTo("model-version");
        assertThat(byModel.path("direction").asString()).isEqualTo("regress");
        var byAnswers = acme.journey("brand-b", "compass")
                .at("/transitions")
                .valueStream()
                .toList()
                .getLast();
        assertThat(byAnswers.path("cause").asString()).isEqualTo("assessment");
        assertThat(byAnswers.path("direction").asString()).isEqualTo("advance");
        assertThat(acme.journey("brand-a", "compass").texts("/stages", "/modelVersion"))
                .containsExactly("1.0.0", "1.0.0", "1.0.0", "2.0.0");
        var assessment = acme.assessment("brand-a", "compass", "2026-Q4");
        var profile = acme.aud.get(assessment + "/profile").expect(200);
        assertThat(profile.at("/comparison/byAnswers").asDouble()).isZero();
        assertThat(profile.at("/comparison/byModel").asDouble()).isNegative();
        var before = acme.assessment("brand-a", "compass", "2026-Q3");
        assertThat(acme.aud.get(before + "/answers").expect(200).at("/items"))
                .as("no answer is ever deleted")
                .hasSize(6);
    }

    private static String compass(String version) throws IOException {
        try (var file = ScriptedYearTest.class.getResourceAsStream("/models/compass-" + version + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void the_year_is_over() {
        acme.cairn.on("2027-01-01T00:30:00Z");
        var missed = acme.journey("brand-c", "compass");
        assertThat(missed.texts("/targets", "/status")).containsExactly("reached", "missed");
        assertThat(missed.text("/targets/1/missed/stage/key")).isEqualTo("steady");
        var cycles = acme.fay.get("/cycles?limit=200").expect(200);
        var years = cycles.texts("/items", "/period").stream()
                .filter(it -> it.startsWith("2026"))
                .toList();
        assertThat(years).hasSize(8);
    }

    private void the_reports_of_the_year() {
        var timeline = acme.aud
                .get("/reports/timeline?unit=brand-a&model=egdi&to=2026-Q4")
                .expect(200);
        assertThat(timeline.texts("/points", "/stage/key")).containsExactly("very-high", "high", "high", "high");
        assertThat(timeline.text("/points/0/effective/from")).isEqualTo("2026-01-01");
        assertThat(timeline.text("/points/0/recorded")).startsWith("2026-08-14");
        assertThat(timeline.text("/points/1/transition/cause")).isEqualTo("correction");
        assertThat(timeline.text("/points/2/decision/kind")).isEqualTo("held");
        var overridden = point("brand-c", 1, "");
        assertThat(overridden.at("/transition/overridden").asBoolean()).isTrue();
        assertThat(overridden.at("/transition/reason").asString()).isEqualTo("the new portal went live on Friday");

        assertThat(movement("from=2026-Q1&to=2026-Q4"))
                .containsExactlyInAnyOrder("very-high high 1", "middle high 1", "low not-reassessed 1");
        assertThat(movement("from=2026-Q1&to=2026-Q2"))
                .containsExactlyInAnyOrder("very-high high 1", "middle middle 1", "low high 1");

        var rollUp = acme.aud
                .get("/reports/roll-up?model=egdi&period=2026-Q4&under=acme")
                .expect(200);
        assertThat(rollUp.text("/node/units")).isEqualTo("4");
        assertThat(rollUp.text("/node/staged")).isEqualTo("3");
        assertThat(rollUp.text("/node/ofPeriod")).isEqualTo("2");
        assertThat(rollUp.text("/node/notAssessed")).as("the company itself").isEqualTo("1");
        assertThat(rollUp.texts("/node/versions/0/stages", "/units")).containsExactly("0", "1", "2", "0");
        assertThat(rollUp.texts("/children/items", "/unit")).isEqualTo(BRANDS);
        var compass =
                acme.aud.get("/reports/roll-up?model=compass&period=2026-Q4").expect(200);
        assertThat(compass.texts("/node/versions/0/weakest", "")).containsExactly("tools");
    }

    private void the_reports_as_they_were_in_july() {
        var then = "&recordedAt=" + URLEncoder.encode(july.toString(), StandardCharsets.UTF_8);
        assertThat(point("brand-a", 0, then).at("/stage/key").asString()).isEqualTo("middle");
        assertThat(point("brand-a", 1, then).at("/transition/cause").asString()).isEqualTo("assessment");
        assertThat(movement("from=2026-Q1&to=2026-Q2" + then))
                .containsExactlyInAnyOrder("middle high 1", "middle middle 1", "low high 1");
        var stages = acme.aud
                .get("/reports/stages?model=egdi&period=2026-Q1&under=acme" + then)
                .expect(200);
        assertThat(stages.texts("/items", "/stage/key")).containsExactly("", "middle", "middle", "low");
        assertThat(acme.aud
                        .get("/reports/roll-up?model=egdi&period=2026-Q1&under=acme" + then)
                        .expect(200)
                        .texts("/node/versions/0/stages", "/units"))
                .containsExactly("1", "2", "0", "0");
        assertThat(acme.aud
                        .get("/reports/roll-up?model=egdi&period=2026-Q1&under=acme")
                        .expect(200)
                        .texts("/node/versions/0/stages", "/units"))
                .containsExactly("1", "1", "0", "1");
    }

    private void the_corrected_quarter_as_it_was_known_and_as_it_is() {
        var then = URLEncoder.encode(july.toString(), StandardCharsets.UTF_8);
        var path = "/reports/units/brand-a/as-of?model=egdi&effective=2026-Q1";
        var known = acme.aud.get(path + "&recorded=" + then).expect(200);
        assertThat(known.texts("/answers", "/value")).containsExactly("0.3", "0.3", "0.3");
        assertThat(known.text("/stage/counts/key")).isEqualTo("middle");
        assertThat(known.text("/profile/source")).isEqualTo("stored");
        assertThat(known.text("/profile/overall/score")).isEqualTo("0.3");
        var knows = acme.aud.get(path).expect(200);
        assertThat(knows.texts("/answers", "/value")).containsExactly("0.8", "0.8", "0.8");
        assertThat(knows.text("/stage/counts/key")).isEqualTo("very-high");
        assertThat(knows.text("/answers/0/at")).startsWith("2026-08-14");

        var corrected = acme.aud
                .get("/reports/units/brand-a/difference?model=egdi&from=2026-Q1&fromRecorded=" + then)
                .expect(200);
        assertThat(corrected.texts("/causes", "/kind"))
                .containsExactly("answer-changed", "answer-changed", "answer-changed");
        assertThat(corrected.texts("/causes", "/by")).containsOnly(acme.fay.actor());
        assertThat(corrected.texts("/causes", "/reason")).containsOnly("as we see it now");
        assertThat(corrected.at("/change/score").asDouble()).isEqualTo(0.5);
        assertThat(corrected.at("/change/stages").asInt()).isEqualTo(2);
        assertThat(Math.abs(corrected.at("/rest/score").asDouble())).isLessThan(1e-8);
    }

    private void the_audit_of_the_year() {
        var corrected = acme.aud
                .get("/audit/answers?unit=brand-a&question=osi&from=2026-08-01T00:00:00Z" + "&to=2026-09-01T00:00:00Z")
                .expect(200);
        assertThat(corrected.at("/items")).hasSize(1);
        assertThat(corrected.text("/items/0/period")).isEqualTo("2026-Q1");
        assertThat(corrected.text("/items/0/at")).startsWith("2026-08-14");
        assertThat(corrected.text("/items/0/actor")).isEqualTo(acme.fay.actor());
        assertThat(corrected.text("/items/0/from")).isEqualTo("0.3");
        assertThat(corrected.text("/items/0/to")).isEqualTo("0.8");
        assertThat(corrected.text("/items/0/reason")).isEqualTo("as we see it now");
        assertThat(acme.aud
                        .get("/audit/answers?actor=" + acme.rob.actor())
                        .expect(200)
                        .texts("/items", "/kind"))
                .containsExactly("recorded", "recorded", "recorded", "changed");
    }

    private List<String> stages(String model) {
        return BRANDS.stream()
                .map(it -> acme.journey(it, model).text("/stage/key"))
                .toList();
    }

    private JsonNode point(String unit, int period, String recorded) {
        return acme.aud
                .get("/reports/timeline?unit=" + unit + "&model=egdi" + recorded)
                .expect(200)
                .at("/points/" + period);
    }

    private List<String> movement(String query) {
        var flows = new ArrayList<String>();
        for (var flow : acme.aud
                .get("/reports/movement?model=egdi&under=acme&" + query)
                .expect(200)
                .at("/flows"))
            flows.add(flow.path("from").asString() + " " + flow.path("to").asString() + " "
                    + flow.path("count").asInt());
        return flows;
    }
}
