package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What alerts and dashboards ask Prometheus for must be there, under that name. */
class MonitoringTest {
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NAME =
            Pattern.compile("\\b(?:cairn|http_server|hikaricp|jvm|process|system)_[a-z_]+\\b");

    /** Made when the first snapshot is. */
    private static final Set<String> LATER = Set.of("cairn_snapshots_total");

    @Test
    void the_service_tells_every_figure_that_alerts_and_dashboards_ask_for() throws Exception {
        Service.tenant("automatic").get("/units").expect(200);
        System.gc(); // so that there was one to tell of
        var told = new TreeSet<String>();
        Service.metrics()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> told.add(line.split("[{ ]", 2)[0]));
        var asked = new TreeSet<String>();
        for (var expression : expressions()) {
            var names = NAME.matcher(expression);
            while (names.find()) asked.add(names.group());
        }
        System.out.printf("%d expressions ask for %d figures%n", expressions().size(), asked.size());
        assertThat(asked).hasSizeGreaterThan(20);
        asked.removeAll(LATER);
        assertThat(told).containsAll(asked);
    }

    @Test
    void dashboards_name_their_data_and_no_two_panels_overlap() throws IOException {
        for (var board : dashboards()) {
            var places = new LinkedHashMap<String, Object>();
            for (var panel : board.path("panels")) {
                assertThat(panel.at("/datasource/uid").asString()).isEqualTo("prometheus");
                var at = panel.path("gridPos");
                for (var x = at.path("x").asInt();
                        x < at.path("x").asInt() + at.path("w").asInt();
                        x++)
                    for (var y = at.path("y").asInt();
                            y < at.path("y").asInt() + at.path("h").asInt();
                            y++)
                        assertThat(places.put(x + "," + y, panel.path("title"))).isNull();
                assertThat(at.path("x").asInt() + at.path("w").asInt()).isLessThanOrEqualTo(24);
            }
        }
    }

    @Test
    void promtool_reads_every_expression_and_the_alerts_do_as_their_tests_say(@TempDir Path folder) throws Exception {
        assumeTrue(runs("promtool", "--version"), "promtool is not on the path");
        var rules = new ArrayList<Map<String, String>>();
        for (var expression : expressions()) rules.add(Map.of("record", "asked:" + rules.size(), "expr", expression));
        var file = folder.resolve("asked.yml");
        Files.writeString(
                file, JSON.writeValueAsString(Map.of("groups", List.of(Map.of("name", "asked", "rules", rules)))));
        assertThat(runs("promtool", "check", "rules", file.toString())).isTrue();
        assertThat(runs(
                        "promtool",
                        "test",
                        "rules",
                        DEPLOY.resolve("prometheus/cairn.rules.test.yml").toString()))
                .isTrue();
    }

    private static List<String> expressions() throws IOException {
        var all = new ArrayList<String>();
        for (var board : dashboards())
            for (var panel : board.path("panels"))
                for (var target : panel.path("targets"))
                    all.add(target.path("expr").asString());
        // of the alerts: whole, as names are all that is looked for, and promtool reads the file itself
        var alerts = Files.readString(DEPLOY.resolve("prometheus/cairn.rules.yml"));
        var expression =
                Pattern.compile("expr: (?:\\|\\n)?((?:.|\\n(?! {8}[a-z]))*)").matcher(alerts);
        while (expression.find())
            all.add(expression.group(1).replaceAll("\\s+", " ").strip());
        return all;
    }

    private static List<tools.jackson.databind.JsonNode> dashboards() throws IOException {
        var all = new ArrayList<tools.jackson.databind.JsonNode>();
        for (var name : List.of("cairn-healthy", "cairn-fast"))
            all.add(JSON.readTree(Files.readString(DEPLOY.resolve("grafana/dashboards/" + name + ".json"))));
        return all;
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) return true;
            System.out.println(said);
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
