package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What others have published about their own assessments comes out of the product, through the API only. */
class PublishedResultsIT {
    private static CairnProcess cairn;
    private static SampleClient demo;

    @BeforeAll
    static void start_with_sample_data(@TempDir Path home) throws IOException {
        cairn = CairnProcess.start(home, true);
        demo = cairn.as(cairn.secret("demo-admin-key"));
    }

    @AfterAll
    static void stop() throws IOException {
        cairn.close();
    }

    @Test
    void every_published_total_of_open_data_maturity_is_reproduced_to_the_point() throws IOException {
        var rows = rows("odm-2023/published-totals.csv");
        assertThat(rows).hasSizeGreaterThan(10);
        for (var row : rows) {
            var profile = profile(row.get("country"), "odm-2023", "2023");
            var found = StreamSupport.stream(profile.path("dimensions").spliterator(), false)
                    .map(dimension -> dimension.path("score").asDouble())
                    .toList();

            assertThat(found)
                    .as(row.get("country"))
                    .containsExactlyElementsOf(List.of("policy", "impact", "portal", "quality").stream()
                            .map(column -> Double.valueOf(row.get(column)))
                            .toList());
            assertThat(profile.at("/overall/score").asDouble())
                    .as(row.get("country"))
                    .isEqualTo(Double.parseDouble(row.get("total")));
        }
    }

    @Test
    void every_state_that_took_part_in_full_has_the_publishers_stage_in_every_edition() throws IOException {
        var published = publishedStages();
        for (var year : List.of("2010", "2012", "2014", "2016", "2018")) {
            var found = new TreeMap<String, Integer>();
            for (var point : all("/reports/stages?model=egdi&limit=200&period=" + year))
                if (point.path("period").asString("").equals(year)
                        && point.path("stage").isObject())
                    found.put(
                            point.path("unit").asString(),
                            point.at("/stage/ordinal").asInt());

            assertThat(found).as(year).isEqualTo(published.get(year));
        }
    }

    @Test
    void a_state_that_did_not_take_part_in_full_gets_no_stage() throws IOException {
        var assessment = assessment("TUV", "egdi", "2010");

        assertThat(assessment.path("status").asString()).isEqualTo("open");
        assertThat(profile("TUV", "egdi", "2010").at("/overall/stage").isObject())
                .isFalse();
        assertThat(demo.get("/reports/timeline?unit=TUV&model=egdi&to=2010")
                        .body()
                        .path("points"))
                .isEmpty();
    }

    @Test
    void the_movement_agrees_with_a_count_made_from_the_published_table() throws IOException {
        var published = publishedStages();
        var counted = new int[4][4];
        published.get("2012").forEach((state, from) -> {
            var to = published.get("2018").get(state);
            if (to != null) counted[from - 1][to - 1]++;
        });

        var movement = demo.get("/reports/movement?model=egdi&from=2012&to=2018")
                .orFail("movement")
                .path("counts");

        for (var from = 0; from < 4; from++)
            for (var to = 0; to < 4; to++)
                assertThat(movement.path(from).path(to).asInt())
                        .as("%d to %d", from + 1, to + 1)
                        .isEqualTo(counted[from][to]);
    }

    @Test
    void a_skipped_stage_is_found_and_explained_as_its_author_describes_it() throws IOException {
        var dimensions = profile("example-brand-a", "rutten-dmm", "2026-Q3").path("dimensions");
        var skipping = StreamSupport.stream(dimensions.spliterator(), false)
                .filter(dimension -> !dimension.path("skipped").isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(skipping.at("/skipped/0/key").asString()).isEqualTo("optimization");
        assertThat(skipping.at("/skipped/0/questions")).isNotEmpty();
        assertThat(skipping.at("/stage/key").asString()).isEqualTo("foundation");
        assertThat(skipping.at("/stageIfMended/key").asString()).isEqualTo("engagement");
    }

    /** Stage by state by year, from the publisher's index and bounds; only states that took part in full. */
    private static Map<String, Map<String, Integer>> publishedStages() throws IOException {
        var stages = new TreeMap<String, Map<String, Integer>>();
        for (var row : rows("egdi/egdi-2010-2018.csv")) {
            var complete = List.of("osi", "hci", "tii").stream()
                    .noneMatch(index -> row.get(index).isEmpty());
            if (!complete || row.get("egdi").isEmpty() || Double.parseDouble(row.get("egdi")) == 0) continue;
            var index = Double.parseDouble(row.get("egdi"));
            var stage = index < .25 ? 1 : index < .5 ? 2 : index < .75 ? 3 : 4;
            stages.computeIfAbsent(row.get("year"), year -> new TreeMap<>()).put(row.get("country"), stage);
        }
        return stages;
    }

    private static JsonNode assessment(String unit, String model, String period) throws IOException {
        return demo.get("/assessments?unit=" + unit + "&model=" + model + "&period=" + period)
                .orFail("assessment of " + unit)
                .at("/items/0");
    }

    private static JsonNode profile(String unit, String model, String period) throws IOException {
        var id = assessment(unit, model, period).path("id").asString();
        return demo.get("/assessments/" + id + "/profile").orFail("profile of " + unit);
    }

    private static List<JsonNode> all(String path) throws IOException {
        var items = new java.util.ArrayList<JsonNode>();
        var page = demo.get(path).orFail(path);
        while (true) {
            page.path("items").forEach(items::add);
            if (!page.path("next").isString()) return items;
            page = demo.get(path + "&cursor=" + page.path("next").asString()).orFail(path);
        }
    }

    private static List<CSVRecord> rows(String name) throws IOException {
        try (var reader = new InputStreamReader(
                        PublishedResultsIT.class.getResourceAsStream("/sample-data/" + name), StandardCharsets.UTF_8);
                var parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return parser.getRecords();
        }
    }
}
