package io.cairn.reporting.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.reporting.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The statistics of movement on published data, held against the formulas of the textbooks, written out here once more
 * from the published stages, without a line of the product's.
 */
class SurveyTest {
    private static final Company COMPANY = Survey.COMPANY;
    private static final double Z = 1.959963984540054;

    private record Time(double entry, double exit, int ending) {}

    @ParameterizedTest
    @CsvSource({"2010, 2012", "2012, 2018", "2016, 2018"})
    void the_matrix_and_its_intervals(int from, int to) {
        var counts = new long[4][4];
        for (var state : Survey.STAGES.values())
            if (state.containsKey(from) && state.containsKey(to)) counts[state.get(from) - 1][state.get(to) - 1]++;
        var movement = report("movement?from=" + from + "&to=" + to);
        for (var i = 0; i < 4; i++) {
            double n = counts[i][0] + counts[i][1] + counts[i][2] + counts[i][3];
            for (var j = 0; j < 4; j++) {
                assertThat(movement.at("/counts/" + i + "/" + j).asLong()).isEqualTo(counts[i][j]);
                if (n < 5) continue;
                var p = counts[i][j] / n;
                var cell = movement.at("/probabilities/" + i + "/" + j);
                close(cell.at("/p"), p);
                var middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
                var reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
                close(cell.at("/low"), middle - reach);
                close(cell.at("/high"), middle + reach);
            }
        }
    }

    @Test
    void rates_are_changes_over_years_at_risk() {
        var changes = new long[5][5];
        var years = new double[5];
        exposure(changes, years);
        var report = report("time-in-stage?");
        for (var i = 1; i <= 4; i++) {
            for (var rate : report.at("/stages/" + (i - 1) + "/rates")) {
                if (rate.at("/toStage").isNull()) {
                    assertThat(rate.at("/changes").asLong()).isZero();
                    continue;
                }
                var j = rate.at("/toStage").asInt();
                close(rate.at("/years"), years[i]);
                assertThat(rate.at("/changes").asLong()).isEqualTo(changes[i][j]);
                close(rate.at("/rate"), changes[i][j] / years[i]);
                // the interval's own definition: so many or more, so many or fewer, have a chance of 2.5 % at its ends
                var n = (int) changes[i][j];
                if (n > 0)
                    assertThat(1 - poisson(n - 1, rate.at("/low").asDouble() * years[i]))
                            .isEqualTo(0.025, within(1e-9));
                assertThat(poisson(n, rate.at("/high").asDouble() * years[i])).isEqualTo(0.025, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2012, 2014})
    void curves_and_medians_in_each_stage(int from) {
        var report = report("time-in-stage?" + (from == 0 ? "" : "from=" + from));
        var told = 0;
        var late = 0L;
        for (var stage = 1; stage <= 4; stage++) {
            var times = inStage(stage, from);
            var row = report.at("/stages/" + (stage - 1));
            var entered = times.stream().filter(it -> it.entry() > 0).count();
            assertThat(row.at("/spells/late").asLong()).isEqualTo(entered);
            late += entered;
            assertThat(row.at("/spells/counted").asInt()).isEqualTo(times.size());
            if (times.size() < 5) {
                assertThat(row.at("/suppressed").asString()).isEqualTo("too-few-journeys");
                assertThat(row.at("/curve").isNull()).isTrue();
                continue;
            }
            told++;
            curve(row.at("/curve"), times);
        }
        assertThat(told).isGreaterThanOrEqualTo(2);
        if (from > 0)
            assertThat(late).as("some had been there before the window").isPositive();
    }

    @ParameterizedTest
    @CsvSource({"high, 3", "very-high, 4"})
    void time_to_a_stage_on_the_clock_of_all(String key, int goal) {
        var times = new ArrayList<Time>();
        var alreadyThere = 0;
        for (var state : Survey.STAGES.values()) {
            var first = state.firstKey();
            if (state.get(first) >= goal) {
                alreadyThere++;
                continue;
            }
            var reached = state.keySet().stream()
                    .filter(year -> state.get(year) >= goal)
                    .findFirst();
            var end = reached.orElse(state.lastKey());
            if (end > first) times.add(new Time(first - 2010, end - 2010, reached.isPresent() ? 1 : 0));
        }
        var report = report("time-to-stage?stage=" + key);
        assertThat(report.at("/units/alreadyThere").asInt()).isEqualTo(alreadyThere);
        assertThat(report.at("/units/counted").asInt()).isEqualTo(times.size());
        var point = 0;
        var s = 1.0;
        var sum = 0.0;
        Double median = null;
        for (var t : ends(times)) {
            double n = times.stream()
                    .filter(it -> it.entry() < t && it.exit() >= t)
                    .count();
            double d = times.stream()
                    .filter(it -> it.exit() == t && it.ending() > 0)
                    .count();
            s *= 1 - d / n;
            sum += d / (n * (n - d));
            if (median == null && s <= 0.5) median = t;
            var found = report.at("/points/" + point++);
            close(found.at("/years"), t);
            close(found.at("/notReached/p"), s);
            close(found.at("/notReached/standardError"), s * Math.sqrt(sum));
            close(found.at("/reached/p"), 1 - s);
        }
        assertThat(report.at("/points").size()).isEqualTo(point);
        if (median == null)
            assertThat(report.at("/median/notReached").asBoolean()).isTrue();
        else close(report.at("/median/years"), median);
    }

    @Test
    void a_forecast_is_the_exponential_of_the_rates() {
        var rates = rates();
        var report = report("forecast?until=2022");
        assertThat(report.at("/possible").asBoolean()).as(report.toString()).isTrue();
        assertThat(Company.texts(report.at("/points"), "/period")).containsExactly("2019", "2020", "2021", "2022");
        for (var point = 0; point < 4; point++) {
            var expected = new double[4];
            for (var state : Survey.STAGES.values()) {
                var row = exponential(rates, 2019 + point - state.lastKey())[
                        state.lastEntry().getValue() - 1];
                for (var j = 0; j < 4; j++) expected[j] += row[j] / Survey.STAGES.size();
            }
            for (var j = 0; j < 4; j++) {
                var share = report.at("/points/" + point + "/shares/" + j);
                close(share.at("/p"), expected[j]);
                assertThat(share.at("/low").asDouble()).isLessThan(expected[j]);
                assertThat(share.at("/high").asDouble()).isGreaterThan(expected[j]);
                close(share.at("/expected"), expected[j] * 101);
            }
        }
        assertThat(report("forecast?until=2022").at("/points")).isEqualTo(report.at("/points"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DZA", "BEL", "AND"})
    void a_forecast_of_one_state_is_the_row_of_its_stage(String state) {
        var report = report("forecast?until=2020&unit=" + state);
        assertThat(report.at("/units").asInt()).isEqualTo(1);
        var expected =
                exponential(rates(), 2)[Survey.STAGES.get(state).lastEntry().getValue() - 1];
        for (var j = 0; j < 4; j++) close(report.at("/points/1/shares/" + j + "/p"), expected[j]);
    }

    @Test
    void what_the_data_do_not_tell_is_not_forecast() {
        var far = report("forecast?until=2030");
        assertThat(far.at("/possible").asBoolean()).isFalse();
        assertThat(far.at("/why/reason").asString()).isEqualTo("too-far");
        assertThat(far.at("/rule/longestYearsAhead").asDouble()).isEqualTo(8);
        assertThat(far.at("/points").size()).isZero();
        assertThat(report("forecast?until=2020&under=BEL").at("/why/reason").asString())
                .isEqualTo("too-few-moves");
    }

    @Test
    void every_fall_is_told_and_no_other() {
        var expected = new ArrayList<String>();
        Survey.STAGES.forEach((state, stages) -> {
            for (var year : stages.keySet()) {
                var before = stages.lowerEntry(year);
                if (before != null && before.getValue() > stages.get(year)) expected.add(year + " " + state);
            }
        });
        var found = new ArrayList<String>();
        for (var it : report("backslides?limit=200").at("/items"))
            found.add(it.at("/to/period").asString() + " " + it.at("/unit").asString());
        assertThat(found).containsExactlyElementsOf(expected.stream().sorted().toList());
        assertThat(found).isNotEmpty();
    }

    private static void curve(JsonNode curve, List<Time> times) {
        var s = 1.0;
        var sum = 0.0;
        var f = new double[3];
        Double median = null;
        var point = 0;
        for (var t : ends(times)) {
            double n = times.stream()
                    .filter(it -> it.entry() < t && it.exit() >= t)
                    .count();
            var d = new double[3];
            for (var k = 1; k <= 2; k++) {
                var way = k;
                d[k] = times.stream()
                        .filter(it -> it.exit() == t && it.ending() == way)
                        .count();
                f[k] += s * d[k] / n;
            }
            var all = d[1] + d[2];
            s *= 1 - all / n;
            sum += all / (n * (n - all));
            if (median == null && s <= 0.5 + 1e-12) median = t;
            var found = curve.at("/points/" + point++);
            close(found.at("/years"), t);
            assertThat(found.at("/atRisk").asDouble()).isEqualTo(n);
            close(found.at("/lasting/p"), s);
            close(found.at("/advanced/p"), f[1]);
            close(found.at("/regressed/p"), f[2]);
            if (s <= 0) continue;
            var error = s * Math.sqrt(sum);
            close(found.at("/lasting/standardError"), error);
            var theta = Z * error / (s * Math.log(s));
            close(found.at("/lasting/low"), Math.pow(s, Math.exp(-theta)));
            close(found.at("/lasting/high"), Math.pow(s, Math.exp(theta)));
        }
        assertThat(curve.at("/points").size()).isEqualTo(point);
        if (median == null)
            assertThat(curve.at("/median/notReached").asBoolean()).isTrue();
        else close(curve.at("/median/years"), median);
    }

    /** Begun by a change, or first seen in the first stage; what began before the window enters at its age. */
    private static List<Time> inStage(int stage, int from) {
        var times = new ArrayList<Time>();
        for (var state : Survey.STAGES.values()) {
            var years = List.copyOf(state.keySet());
            for (var i = 0; i < years.size(); i++) {
                if (state.get(years.get(i)) != stage) continue;
                if (i > 0 && state.get(years.get(i - 1)) == stage) continue;
                if (i == 0 && stage > 1) continue;
                var j = i;
                while (j < years.size() && state.get(years.get(j)) == stage) j++;
                var begin = years.get(i);
                var end = j < years.size() ? years.get(j) : years.getLast();
                var ending = j == years.size() ? 0 : state.get(years.get(j)) > stage ? 1 : 2;
                if (end > Math.max(begin, from)) times.add(new Time(Math.max(0, from - begin), end - begin, ending));
            }
        }
        return times;
    }

    private static void exposure(long[][] changes, double[] years) {
        for (var state : Survey.STAGES.values()) {
            var seen = List.copyOf(state.keySet());
            for (var i = 1; i < seen.size(); i++) {
                var before = state.get(seen.get(i - 1));
                var after = state.get(seen.get(i));
                years[before] += seen.get(i) - seen.get(i - 1);
                if (!before.equals(after)) changes[before][after]++;
            }
        }
    }

    private static double[][] rates() {
        var changes = new long[5][5];
        var years = new double[5];
        exposure(changes, years);
        var rates = new double[4][4];
        for (var i = 0; i < 4; i++)
            for (var j = 0; j < 4; j++)
                if (i != j) {
                    rates[i][j] = changes[i + 1][j + 1] / years[i + 1];
                    rates[i][i] -= rates[i][j];
                }
        return rates;
    }

    private static TreeSet<Double> ends(List<Time> times) {
        var ends = new TreeSet<Double>();
        for (var time : times) if (time.ending() > 0) ends.add(time.exit());
        return ends;
    }

    /** The chance of {@code n} or fewer. */
    private static double poisson(int n, double mean) {
        var term = Math.exp(-mean);
        var sum = term;
        for (var k = 1; k <= n; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum;
    }

    /** The series itself, for rates below 1 and a few years. */
    private static double[][] exponential(double[][] rates, double years) {
        var n = rates.length;
        var sum = new double[n][n];
        var term = new double[n][n];
        for (var i = 0; i < n; i++) term[i][i] = 1;
        for (var k = 1; k < 80; k++) {
            var next = new double[n][n];
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) {
                    sum[i][j] += term[i][j];
                    for (var m = 0; m < n; m++) next[i][j] += term[i][m] * rates[m][j] * years / k;
                }
            term = next;
        }
        return sum;
    }

    private static JsonNode report(String path) {
        return COMPANY.ok("/api/v1/reports/" + path + (path.endsWith("?") ? "" : "&") + "model=egdi")
                .json();
    }

    private static void close(JsonNode figure, double expected) {
        assertThat(figure.isNumber()).isTrue();
        assertThat(figure.asDouble()).isEqualTo(expected, within(1e-9));
    }
}
