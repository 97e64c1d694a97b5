package io.cairn.reporting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.StageRef;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports.Reply;
import io.cairn.reporting.chart.Svg;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.known.ModelFacts;
import io.cairn.reporting.plan.PlanOfCompany;
import io.cairn.reporting.wording.Language;
import io.cairn.reporting.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartsTest {
    private static Company company;

    @BeforeAll
    static void a_company_with_two_brands() {
        company = Company.automatic()
                .unit("group")
                .unit("a", "group")
                .finalizes("a", "2023", 2)
                .finalizes("a", "2024", 3);
        company.record(
                StreamId.unit(company.tenant(), new UnitCode("b")),
                new UnitAdded(new UnitCode("b"), "<script>alert(1)</script>]]>", new UnitCode("group")));
        company.finalizes("b", "2023", 3).finalizes("b", "2024", 1);
        PlanOfCompany.aims(company, "a");
    }

    static Stream<String> charts() {
        return Stream.of(
                "journey.svg?unit=a&model=egdi",
                "dimensions.svg?unit=a&model=egdi",
                "heat-map.svg?model=egdi&under=group",
                "movement.svg?model=egdi&from=2023&to=2024",
                "stages.svg?model=egdi&period=2024");
    }

    private static Reply chart(String path) {
        return company.get(Role.VIEWER, "/api/v1/charts/" + path, "image/svg+xml");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void a_chart_is_an_svg_that_any_policy_lets_in_and_the_same_each_time(String path) {
        var reply = chart(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.headers().get("content-type")).startsWith("image/svg+xml");
        assertThat(reply.headers().get("content-security-policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(reply.text())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
                .doesNotContain("<script", "href", "<style");
        assertThat(chart(path).text()).isEqualTo(reply.text());
    }

    @Test
    void charts_say_in_words_what_they_show() {
        assertThat(chart("journey.svg?unit=a&model=egdi").text())
                .contains(
                        "<title id=\"title\">Stages of a over time</title>",
                        "2023: Middle; 2024: High; 2023: Middle (target reached); 2024: Very high (target missed); 2026:"
                                + " Very high (target, open)</desc>",
                        "target missed");
        assertThat(chart("movement.svg?model=egdi&from=2023&to=2024").text())
                .contains("Of 2 units 1 rose, 0 stayed, 1 fell, 0 left or were not reassessed.", "▲ 1", "▼ 1");
        assertThat(chart("heat-map.svg?model=egdi&under=group").text())
                .contains(
                        "3 units, 2 periods; the darker, the higher the stage. 2024: Low: 1; High: 1; no stage: 1</desc>",
                        "<title>Unit a, 2024: High</title>",
                        "&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;");
        assertThat(chart("stages.svg?model=egdi&period=2024&language=nl").text())
                .contains("Eenheden per stadium, 2024", "High: 1");
        assertThat(chart("dimensions.svg?unit=a&model=egdi").text()).contains("30 % → 60 %");
    }

    @Test
    void a_stage_of_an_earlier_version_keeps_its_name_and_its_place_above_all_of_the_later() {
        var known = new KnownModel(
                new ModelKey("own"),
                new TreeMap<>(Map.of(
                        ModelVersion.parse("1.0.0"), facts("1.0.0", "begun", "running", "steered"),
                        ModelVersion.parse("2.0.0"), facts("2.0.0", "begun", "steady"))));
        var old = ModelVersion.parse("1.0.0");
        assertThat(known.titled(new StageRef(2, "running"), ModelVersion.parse("2.0.0")))
                .as("from the version before")
                .isEqualTo(new NamedStage(2, "running", "running of 1.0.0"));
        var grid = new UnitGrid(
                List.of("2023"),
                List.of(
                        new UnitGrid.Row("a", "A", Map.of("2023", new UnitGrid.Place(new StageRef(3, "steered"), old))),
                        new UnitGrid.Row(
                                "b", "B", Map.of("2023", new UnitGrid.Place(new StageRef(2, "running"), old)))),
                2);
        assertThat(Svg.of(new Pictures(known, Wording.in(Language.EN), 640).heatMap(grid)))
                .contains(
                        "<title>A, 2023: steered of 1.0.0</title>",
                        ">3 · steered of 1.0.0</text>",
                        ">2 · running of 1.0.0</text>",
                        ">1 · begun of 2.0.0</text>",
                        "running of 1.0.0: 1; steered of 1.0.0: 1");
    }

    private static ModelFacts facts(String version, String... stages) {
        var all = new ArrayList<ModelFacts.Stage>();
        for (var key : stages) all.add(new ModelFacts.Stage(all.size() + 1, key, key + " of " + version));
        return new ModelFacts(ModelVersion.parse(version), "Own", all, List.of(), false);
    }

    @ParameterizedTest
    @CsvSource({
        "journey.svg?unit=nobody&model=egdi, 404",
        "dimensions.svg?unit=group&model=egdi, 404",
        "heat-map.svg?model=nothing, 404",
        "movement.svg?model=egdi&from=2024&to=2023, 400",
        "stages.svg?model=egdi&period=soon, 400",
        "stages.svg?model=egdi&period=2024&language=xx, 400",
    })
    void what_cannot_be_drawn_is_a_problem(String path, int status) {
        var reply = chart(path);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers()).containsEntry("content-type", "application/problem+json");
    }

    @Test
    void another_company_s_unit_is_as_unknown_as_one_that_never_was() {
        var other = Company.automatic().unit("elsewhere");
        assertThat(other.get(Role.ADMIN, "/api/v1/charts/journey.svg?unit=a&model=egdi", "image/svg+xml")
                        .status())
                .isEqualTo(404);
        assertThat(other.get(Role.ADMIN, "/api/v1/charts/heat-map.svg?model=egdi", "image/svg+xml")
                        .text())
                .doesNotContain("alert", "Unit a");
    }
}
