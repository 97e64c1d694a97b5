package io.cairn.assessment.board;

import static io.cairn.assessment.testing.RunningService.importCsv;
import static io.cairn.assessment.testing.RunningService.newTenant;
import static io.cairn.assessment.testing.RunningService.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.testing.RunningService;
import io.cairn.eventstore.testing.TenantTables;
import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import java.time.Duration;
import java.util.ArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BoardHttpTest {
    private static final String EGDI = "model=egdi&version=2.0.0&createUnits=true";

    private static Reply assess(Client client, String... unitPeriodValue) {
        var csv = new StringBuilder("unit,period,question,value\n");
        for (var one : unitPeriodValue) {
            var parts = one.split(" ");
            for (var question : new String[] {"osi", "hci", "tii"})
                csv.append(String.join(",", parts[0], parts[1], question, parts[2]))
                        .append('\n');
        }
        var done = importCsv(client, EGDI + "&finalize=true", csv.toString());
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        return done;
    }

    /** The journey follows by a policy, whose events have positions of their own; the view is asked until it has them. */
    private static JsonNode maturity(Client client, String query, String stageKey) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> client.get("/maturity?" + query).json().path("items"),
                        items -> items.toString().contains("\"" + stageKey + "\""));
    }

    @Test
    void assessments_are_listed_by_unit_model_and_period_in_pages() {
        var admin = newTenant();
        var done = assess(admin, "b 2018 0.5", "a 2018 0.5", "a 2016 0.5", "a 2017-Q4 0.5", "a 2017 0.5");
        var seen = new ArrayList<String>();
        var path = "/assessments?limit=2&min-position=" + done.header("X-Event-Position");
        while (!path.isEmpty()) {
            var page = settled(admin, path).json();
            page.path("items")
                    .forEach(it -> seen.add(
                            it.path("unit").asString() + " " + it.path("period").asString()));
            var next = page.path("next").asString("");
            path = next.isEmpty() ? "" : "/assessments?limit=2&cursor=" + next;
        }
        assertThat(seen).containsExactly("a 2016", "a 2017-Q4", "a 2017", "a 2018", "b 2018");
    }

    @ParameterizedTest
    @CsvSource({
        "unit=a, 2",
        "unit=nobody, 0",
        "model=egdi, 3",
        "model=memm, 0",
        "period=2018, 2",
        "status=finalized, 3",
        "status=open, 0",
        "unit=a&period=2018&status=finalized&model=egdi, 1",
    })
    void assessments_are_picked_by_what_is_asked(String query, int found) {
        var admin = newTenant();
        var at = assess(admin, "a 2016 0.5", "a 2018 0.5", "b 2018 0.5").header("X-Event-Position");
        var items = admin.get("/assessments?" + query + "&min-position=" + at)
                .json()
                .path("items");
        assertThat(items.size()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"period=soon", "status=gone", "unit=a b", "limit=201", "limit=0", "cursor=forged"})
    void what_cannot_be_asked_is_refused(String query) {
        var refused = newTenant().get("/assessments?" + query.replace(" ", "%20"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    }

    @Test
    void current_maturity_is_the_stage_of_the_latest_period_and_since_when_without_a_break() {
        var admin = newTenant();
        assess(admin, "a 2010 0.6", "a 2012 0.1", "a 2014 0.6", "a 2016 0.6", "a 2018 0.7");
        var now = Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> admin.get("/maturity?unit=a&model=egdi")
                                .json()
                                .path("items")
                                .get(0),
                        it -> it != null && it.path("period").asString("").equals("2018"));
        assertThat(now.path("stage").path("key").asString()).isEqualTo("high");
        assertThat(now.path("stage").path("ordinal").asInt()).isEqualTo(3);
        assertThat(now.path("since").asString()).isEqualTo("2014");
    }

    @Test
    void where_a_facilitator_decides_a_proposal_waits_and_is_no_stage() {
        var admin = newTenant("confirmed");
        assess(admin, "a 2018 0.6");
        var waiting = maturity(admin, "unit=a", "high").get(0);
        assertThat(waiting.path("stage").isObject()).isFalse();
        assertThat(waiting.path("proposal").path("period").asString()).isEqualTo("2018");
        var decided = admin.post(
                "/units/a/journeys/egdi/transitions",
                "{\"proposal\": \"%s\", \"decision\": \"accept\"}"
                        .formatted(waiting.path("proposal").path("id").asString()));
        assertThat(decided.status()).as(decided.toString()).isBetween(200, 201);
        var settled = settled(admin, "/maturity?min-position=" + decided.header("X-Event-Position"))
                .json()
                .path("items")
                .get(0);
        assertThat(settled.path("stage").path("key").asString()).isEqualTo("high");
        assertThat(settled.path("proposal").isObject()).isFalse();
    }

    @Test
    void two_tenants_with_the_same_units_never_meet() {
        Client one = newTenant(), other = newTenant();
        assess(one, "a 2018 0.1");
        assess(other, "a 2018 0.9");
        assertThat(maturity(one, "unit=a", "low").size()).isEqualTo(1);
        assertThat(maturity(other, "", "very-high").toString()).doesNotContain("\"low\"");
    }

    @Test
    void every_table_of_a_tenants_rows_is_guarded() {
        assertThat(TenantTables.all(RunningService.DATABASE.superuser()))
                .contains(
                        "assessment.unit",
                        "assessment.assessment",
                        "assessment.journey_period",
                        "assessment.model_version");
        assertThat(TenantTables.unguarded(RunningService.DATABASE.superuser())).isEmpty();
    }
}
