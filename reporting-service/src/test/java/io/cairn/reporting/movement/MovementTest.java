package io.cairn.reporting.movement;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.language.ModelRef;
import io.cairn.language.StreamId;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.maturity.ShippedModels;
import io.cairn.reporting.Company;
import io.cairn.reporting.Results;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MovementTest {
    private static final String MOVEMENT = "/api/v1/reports/movement?model=egdi&from=2023&to=2024";

    @Test
    void figures_are_those_counted_one_by_one() {
        var chance = new Random(20260101);
        var company = Company.automatic().unit("group");
        var counts = new long[4][4];
        long notReassessed = 0;
        long left = 0;
        long entered = 0;
        for (var i = 0; i < 60; i++) {
            var unit = "u" + i;
            company.unit(unit, i % 2 == 0 ? "group" : null);
            var before = chance.nextInt(5);
            var after = chance.nextInt(5);
            var leaves = chance.nextInt(8) == 0;
            if (before > 0) company.finalizes(unit, "2023", before);
            if (after > 0) company.finalizes(unit, "2024", after);
            if (leaves) company.retires(unit, "2024-12-30");
            if (before > 0 && leaves) left++;
            else if (before > 0 && after == 0) notReassessed++;
            else if (before > 0) counts[before - 1][after - 1]++;
            else if (after > 0 && !leaves) entered++;
        }
        var movement = company.ok(MOVEMENT).json();
        assertThat(counts(movement)).isDeepEqualTo(counts);
        assertThat(movement.at("/notReassessed").asLong())
                .isEqualTo(notReassessed)
                .isPositive();
        assertThat(movement.at("/left").asLong()).isEqualTo(left).isPositive();
        assertThat(movement.at("/entered").asLong()).isEqualTo(entered).isPositive();
        assertThat(sum(movement.at("/flows"))).isEqualTo(movement.at("/cohort").asLong());
        assertThat(texts(movement.at("/stages"), "/key")).containsExactly("low", "middle", "high", "very-high");

        var row = counts[1];
        var reassessed = row[0] + row[1] + row[2] + row[3];
        assertThat(reassessed).isGreaterThanOrEqualTo(5);
        assertThat(movement.at("/probabilities/1/2/p").asDouble())
                .isCloseTo((double) row[2] / reassessed, within(1e-9));
        assertThat(movement.at("/probabilities/1/2/low").asDouble())
                .isLessThan(movement.at("/probabilities/1/2/p").asDouble());
    }

    @Test
    void a_row_of_few_units_is_suppressed_and_keeps_its_counts() {
        var company = Company.automatic();
        for (var i = 0; i < 9; i++)
            company.unit("u" + i).finalizes("u" + i, "2023", i < 5 ? 1 : 2).finalizes("u" + i, "2024", 2);
        var movement = company.ok(MOVEMENT).json();
        assertThat(movement.at("/suppressed").toString()).isEqualTo("[2,3,4]");
        assertThat(movement.at("/probabilities/0/1/p").asDouble()).isEqualTo(1);
        assertThat(movement.at("/probabilities/1").isNull()).isTrue();
        assertThat(movement.at("/counts/1").toString()).isEqualTo("[0,4,0,0]");
    }

    @Test
    void who_leaves_on_the_last_day_of_the_period_was_there_and_who_left_the_day_before_was_not() {
        var company = Company.automatic();
        for (var unit : List.of("stays", "last-day", "day-before"))
            company.unit(unit).finalizes(unit, "2023", 1).finalizes(unit, "2024", 2);
        company.retires("last-day", "2024-12-31").retires("day-before", "2024-12-30");
        var movement = company.ok(MOVEMENT).json();
        assertThat(movement.at("/counts/0/1").asLong()).isEqualTo(2);
        assertThat(movement.at("/left").asLong()).isEqualTo(1);
    }

    @Test
    void only_exactly_these_periods_count() {
        var company = Company.automatic()
                .unit("a")
                .finalizes("a", "2022", 1)
                .finalizes("a", "2023-Q4", 2)
                .finalizes("a", "2024", 3);
        var movement = company.ok(MOVEMENT).json();
        assertThat(movement.at("/cohort").asLong()).isZero();
        assertThat(movement.at("/entered").asLong()).isEqualTo(1);
    }

    @Test
    void under_a_unit_only_itself_and_all_below_it_are_counted() {
        var company = Company.automatic().unit("top").unit("below", "top").unit("beside");
        for (var unit : List.of("top", "below", "beside"))
            company.finalizes(unit, "2023", 1).finalizes(unit, "2024", 2);
        assertThat(company.ok(MOVEMENT + "&under=top").at("/counts/0/1").asLong())
                .isEqualTo(2);
        assertThat(company.ok(MOVEMENT).at("/counts/0/1").asLong()).isEqualTo(3);
    }

    @Test
    void movement_is_told_as_it_was_known() {
        var company = Company.automatic().unit("a").finalizes("a", "2023", 1).finalizes("a", "2024", 2);
        var then = company.now();
        company.reopens("a", "2024").finalizes("a", "2024", 3).retires("a", "2024-03-01");
        var before = company.ok(MOVEMENT + "&recordedAt=" + encoded(then)).json();
        assertThat(before.at("/counts/0").toString()).isEqualTo("[0,1,0,0]");
        assertThat(before.at("/left").asLong()).isZero();
        assertThat(company.ok(MOVEMENT).at("/left").asLong()).isEqualTo(1);
    }

    @Test
    void what_is_only_proposed_is_not_counted_as_a_stage() {
        var company = Company.confirming()
                .unit("a")
                .finalizes("a", "2023", 1)
                .decides("a", "2023")
                .taken(null, 1)
                .finalizes("a", "2024", 2);
        assertThat(company.ok(MOVEMENT).at("/notReassessed").asLong()).isEqualTo(1);
        company.decides("a", "2024").overridden(1, 4, "user:ann", "merged with another");
        assertThat(company.ok(MOVEMENT).at("/counts/0").toString()).isEqualTo("[0,0,0,1]");
    }

    @Test
    void versions_that_differ_are_named() {
        var company = Company.automatic()
                .unit("a")
                .finalizes("a", "2023", ModelRef.of("egdi", "1.0.0"), Results.atStage(2))
                .finalizes("a", "2024", 3);
        var movement = company.ok(MOVEMENT).json();
        assertThat(movement.at("/versions").toString()).isEqualTo("{\"from\":[\"1.0.0\"],\"to\":[\"2.0.0\"]}");
        assertThat(movement.at("/labelledBy").asString()).isEqualTo("2.0.0");
        assertThat(movement.at("/counts/1/2").asLong()).isEqualTo(1);
    }

    @Test
    void a_model_that_may_find_a_unit_below_its_first_stage_has_a_row_for_it() {
        var company = Company.automatic();
        var movement = company.ok("/api/v1/reports/movement?model=rutten-dmm&from=2023&to=2024")
                .json();
        assertThat(movement.at("/stages/0/key").asString()).isEqualTo("none");
        assertThat(movement.at("/stages/0/ordinal").asInt()).isZero();
    }

    @Test
    void a_company_s_own_model_is_reported_by_its_own_words() {
        var shipped = ShippedModels.find(Company.EGDI).orElseThrow();
        var own = ModelRef.of("our-own", "2.0.0");
        var company = Company.automatic().unit("a");
        company.record(
                StreamId.model(company.tenant(), own.key()),
                new ModelVersionPublished(
                        own,
                        shipped.text()
                                .replace("key: egdi", "key: our-own")
                                .replace("title: Middle", "title: {en: Halfway, fr: À mi-chemin}"),
                        "digest"));
        company.finalizes("a", "2023", own, Results.atStage(1)).finalizes("a", "2024", own, Results.atStage(2));
        var path = "/api/v1/reports/movement?model=our-own&from=2023&to=2024";
        assertThat(company.ok(path).at("/stages/1/title").asString()).isEqualTo("Halfway");
        assertThat(company.ok(path + "&language=fr").at("/stages/1/title").asString())
                .isEqualTo("À mi-chemin");
        assertThat(company.ok(path + "&language=nl").at("/stages/1/title").asString())
                .as("in English where it has no words in it")
                .isEqualTo("Halfway");
        assertThat(company.ok(path).at("/counts/0/1").asLong()).isEqualTo(1);
        assertThat(Company.automatic().get(path).status())
                .as("another company's model is unknown")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2023&to=x, 400",
        "from=x&to=2024, 400",
        "from=2024&to=2024, 400",
        "from=2024&to=2023, 400",
        "from=2023, 400",
        "to=2024, 400",
        "from=2023&to=2024&under=a/b, 400",
        "from=2023&to=2024&under=nobody, 404",
        "from=2023&to=2024&recordedAt=now, 400",
    })
    void what_cannot_be_answered_is_refused(String query, int status) {
        assertThat(Company.automatic()
                        .get("/api/v1/reports/movement?model=egdi&" + query)
                        .status())
                .isEqualTo(status);
    }

    private static long[][] counts(JsonNode movement) {
        var rows = new ArrayList<long[]>();
        for (var row : movement.at("/counts")) {
            var cells = new long[row.size()];
            for (var i = 0; i < cells.length; i++) cells[i] = row.get(i).asLong();
            rows.add(cells);
        }
        return rows.toArray(long[][]::new);
    }

    private static long sum(JsonNode flows) {
        var bySource = new HashMap<String, Long>();
        for (var flow : flows)
            bySource.merge(flow.at("/from").asString(), flow.at("/count").asLong(), Long::sum);
        return bySource.values().stream().mapToLong(Long::longValue).sum();
    }
}
