package io.cairn.reporting.journeys;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.reporting.Company;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Which journeys the statistics of movement are about, and who is left out. */
class JourneysTest {
    private static final String STAYS = "/api/v1/reports/time-in-stage?model=egdi";
    private static final String WAITS = "/api/v1/reports/time-to-stage?model=egdi&stage=high";
    private static final String AHEAD = "/api/v1/reports/forecast?model=egdi&until=2025";

    @Test
    void under_a_unit_only_itself_and_all_below_it_count() {
        var company = Company.automatic().unit("top").unit("below", "top").unit("beside");
        for (var unit : new String[] {"top", "below", "beside"})
            company.finalizes(unit, "2022", 1).finalizes(unit, "2023", 2);
        assertThat(company.ok(STAYS).at("/units").asInt()).isEqualTo(3);
        assertThat(company.ok(STAYS + "&under=top").at("/units").asInt()).isEqualTo(2);
    }

    @Test
    void who_has_left_ends_a_stay_on_the_day_and_is_not_forecast() {
        var company = Company.automatic();
        for (var i = 0; i < 6; i++)
            company.unit("u" + i).finalizes("u" + i, "2022", 1).finalizes("u" + i, "2023", 1);
        company.retires("u0", "2024-03-31");
        for (var i = 1; i < 6; i++) company.finalizes("u" + i, "2024", 1);
        var low = company.ok(STAYS).at("/stages/0");
        assertThat(low.at("/spells/left").asInt()).isEqualTo(1);
        var point = low.at("/curve/points/0");
        assertThat(point.at("/years").asDouble()).isEqualTo(1.25, within(1e-12));
        assertThat(point.at("/atRisk").asInt()).isEqualTo(6);
        assertThat(point.at("/lasting/p").asDouble()).isEqualTo(5 / 6.0, within(1e-12));
        assertThat(rate(low, "left").at("/changes").asInt()).isEqualTo(1);
        assertThat(rate(low, "left").at("/years").asDouble()).isEqualTo(11.25, within(1e-12));
        assertThat(company.ok(AHEAD).at("/units").asInt()).isEqualTo(5);
    }

    @Test
    void who_leaves_after_anything_was_seen_of_anyone_is_not_counted_yet_and_ends_no_curve() {
        var company = Company.automatic();
        for (var i = 0; i < 6; i++)
            company.unit("u" + i).finalizes("u" + i, "2022", 1).finalizes("u" + i, "2023", 1);
        company.retires("u0", "2024-03-31").retires("u1", "2990-12-31");
        var low = company.ok(STAYS).at("/stages/0");
        assertThat(low.at("/spells/left").asInt()).isZero();
        assertThat(low.at("/spells/ongoing").asInt()).isEqualTo(6);
        assertThat(low.at("/curve/points")).isEmpty();
        assertThat(low.at("/intervalCensored/notReached").asBoolean()).isTrue();
        assertThat(rate(low, "left").at("/years").asDouble()).isEqualTo(6, within(1e-12));
        var waits = company.ok(WAITS);
        assertThat(waits.at("/units/left").asInt()).isZero();
        assertThat(waits.at("/points")).isEmpty();
        assertThat(company.ok(STAYS + "&from=2023")
                        .at("/stages/0/spells/counted")
                        .asInt())
                .as("nothing was seen after 2023")
                .isZero();
    }

    @Test
    void where_one_alone_was_there_at_first_a_curve_is_of_what_lasted_until_five_were() {
        var company = Company.automatic();
        company.unit("first").finalizes("first", "2020", 1).finalizes("first", "2021", 3);
        for (var i = 0; i < 6; i++)
            company.unit("u" + i).finalizes("u" + i, "2022", 1).finalizes("u" + i, "2023", i < 2 ? 3 : 1);
        var waits = company.ok(WAITS);
        assertThat(waits.at("/units/counted").asInt()).isEqualTo(7);
        assertThat(waits.at("/conditionalOn").asDouble()).isEqualTo(2);
        assertThat(waits.at("/points")).hasSize(1);
        assertThat(waits.at("/points/0/years").asDouble()).isEqualTo(3);
        assertThat(waits.at("/points/0/notReached/p").asDouble()).isEqualTo(4 / 6.0, within(1e-12));
        var low = company.ok(STAYS).at("/stages/0/curve");
        assertThat(low.at("/conditionalOn").asDouble())
                .as("each on its own clock")
                .isZero();
        assertThat(company.ok(STAYS + "&from=2022&to=2023")
                        .at("/stages/0/curve/conditionalOn")
                        .asDouble())
                .isZero();
    }

    @Test
    void who_left_before_a_period_ends_is_not_at_its_stage() {
        var company = Company.automatic().unit("u").finalizes("u", "2022", 1).finalizes("u", "2023", 2);
        company.unit("v").finalizes("v", "2023", 1).retires("u", "2023-06-30");
        var stages = company.ok(STAYS).at("/stages");
        assertThat(stages.at("/0/spells/left").asInt()).isEqualTo(1);
        assertThat(stages.at("/1/spells/counted").asInt()).isZero();
    }

    @Test
    void of_periods_that_end_together_the_longest_counts_and_quarters_are_quarters_of_a_year() {
        var company = Company.automatic()
                .unit("u")
                .finalizes("u", "2023-Q4", 2)
                .finalizes("u", "2023", 1)
                .finalizes("u", "2024-Q1", 2);
        var rate = rate(company.ok(STAYS).at("/stages/0"), "middle");
        assertThat(rate.at("/changes").asInt()).isEqualTo(1);
        assertThat(rate.at("/years").asDouble()).isEqualTo(0.25, within(1e-12));
    }

    @Test
    void figures_are_told_as_they_were_known() {
        var company = Company.automatic().unit("u").finalizes("u", "2022", 1).finalizes("u", "2023", 2);
        var then = company.now();
        company.reopens("u", "2023").finalizes("u", "2023", 3);
        assertThat(rate(company.ok(STAYS).at("/stages/0"), "high")
                        .at("/changes")
                        .asInt())
                .isEqualTo(1);
        var before = company.ok(STAYS + "&recordedAt=" + encoded(then)).at("/stages/0");
        assertThat(rate(before, "middle").at("/changes").asInt()).isEqualTo(1);
    }

    @Test
    void too_few_are_suppressed_with_a_word() {
        var company = Company.automatic();
        for (var i = 0; i < 4; i++)
            company.unit("u" + i).finalizes("u" + i, "2022", 1).finalizes("u" + i, "2023", 3);
        var low = company.ok(STAYS).at("/stages/0");
        assertThat(low.at("/suppressed").asString()).isEqualTo("too-few-journeys");
        assertThat(low.at("/curve").isNull()).isTrue();
        assertThat(low.at("/spells/advanced").asInt()).isEqualTo(4);
        var waits = company.ok(WAITS);
        assertThat(waits.at("/suppressed").asString()).isEqualTo("too-few-journeys");
        assertThat(waits.at("/median").isNull()).isTrue();
        assertThat(waits.at("/points").isNull()).isTrue();
        assertThat(waits.at("/units/reached").asInt()).isEqualTo(4);
    }

    @Test
    void since_a_stage_each_has_a_clock_of_its_own() {
        var company = Company.automatic();
        for (var i = 0; i < 6; i++)
            company.unit("u" + i)
                    .finalizes("u" + i, "2020", 1)
                    .finalizes("u" + i, i < 3 ? "2021" : "2022", 2)
                    .finalizes("u" + i, i < 3 ? "2022" : "2024", 3);
        company.unit("found").finalizes("found", "2020", 2).finalizes("found", "2021", 3);
        var waits = company.ok(WAITS + "&since=middle").json();
        assertThat(waits.at("/since/key").asString()).isEqualTo("middle");
        assertThat(waits.at("/units/counted").asInt()).isEqualTo(6);
        assertThat(waits.at("/units/unknownBeginning").asInt()).isEqualTo(1);
        assertThat(texts(waits.at("/points"), "/years")).containsExactly("1.0", "2.0");
        assertThat(waits.at("/median/years").asDouble()).isEqualTo(1);
        assertThat(waits.at("/points/0/notReached/p").asDouble()).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void the_label_tells_how_late_a_change_may_be_counted() {
        var company = Company.automatic().unit("u").finalizes("u", "2020", 1).finalizes("u", "2022-Q2", 2);
        assertThat(company.ok(STAYS).at("/method/seen").asString())
                .startsWith("Interval-censored")
                .contains("up to 1.5 years earlier");
    }

    @Test
    void another_company_s_journeys_are_not_counted() {
        Company.automatic().unit("u").finalizes("u", "2022", 1).finalizes("u", "2023", 2);
        var other = Company.automatic();
        assertThat(other.ok(STAYS).at("/units").asInt()).isZero();
        assertThat(other.ok(AHEAD).at("/why/reason").asString()).isEqualTo("nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "time-in-stage?model=egdi&from=2024&to=2023, 400",
        "time-in-stage?model=egdi&from=2024&to=2024, 400",
        "time-in-stage?model=egdi&from=2999, 200",
        "time-in-stage?model=egdi&to=1900, 200",
        "time-in-stage?model=egdi&under=nobody, 404",
        "time-in-stage?model=nothing, 404",
        "time-in-stage?model=egdi&recordedAt=now, 400",
        "time-in-stage, 400",
        "time-to-stage?model=egdi, 400",
        "time-to-stage?model=egdi&stage=highest, 400",
        "time-to-stage?model=egdi&stage=high&since=high, 400",
        "time-to-stage?model=egdi&stage=high&since=x, 400",
        "time-to-stage?model=egdi&stage=low, 200",
        "forecast?model=egdi, 400",
        "forecast?model=egdi&until=x, 400",
        "forecast?model=egdi&until=2023, 400",
        "forecast?model=egdi&until=2024, 200",
        "forecast?model=egdi&until=2064, 400",
        "forecast?model=egdi&until=2999-Q4, 400",
        "forecast?model=egdi&until=2025&unit=nobody, 404",
        "forecast?model=egdi&until=2025&unit=a/b, 400",
    })
    void what_cannot_be_answered_is_refused(String query, int status) {
        var company = Company.automatic().unit("u").finalizes("u", "2022", 1).finalizes("u", "2023", 2);
        assertThat(company.get("/api/v1/reports/" + query).status()).isEqualTo(status);
    }

    private static JsonNode rate(JsonNode row, String to) {
        for (var rate : row.at("/rates")) if (rate.at("/to").asString().equals(to)) return rate;
        throw new AssertionError("no rate to " + to);
    }
}
