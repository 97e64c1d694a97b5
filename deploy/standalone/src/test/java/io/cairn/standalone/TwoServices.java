package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.standalone.ServiceProcess.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Both services as processes of their own on a database of PostgreSQL, and what can be asked of them. */
record TwoServices(ServiceProcess assessment, ServiceProcess reporting) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Whose roles have their names as passwords. */
    static TwoServices start(String url, Path directory) throws IOException, InterruptedException {
        var passwords = new HashMap<String, String>();
        for (var role : EmbeddedDatabase.ROLES) passwords.put(role, role);
        var assessment = ServiceProcess.start("assessment-service", url, passwords, directory)
                .ready(); // whose migrations come first
        return new TwoServices(
                assessment,
                ServiceProcess.start("reporting-service", url, passwords, directory)
                        .ready());
    }

    /** The key of a new tenant's admin. */
    String register(String slug) throws IOException, InterruptedException {
        return done(assessment.post(ServiceProcess.OPERATOR_KEY, "/tenants", Map.of("slug", slug, "name", slug)))
                .body()
                .path("adminKey")
                .asString();
    }

    Answer addUnit(String key, String code) throws IOException, InterruptedException {
        return assessment.post(key, "/units", Map.of("code", code, "name", code));
    }

    /** Opens an assessment, answers it and finalizes nothing; returns the position of the last event. */
    String answer(String key, String unit) throws IOException, InterruptedException {
        done(addUnit(key, unit));
        var opened = done(assessment.post(
                key,
                "/assessments",
                Map.of("unit", unit, "model", Map.of("key", "egdi", "version", "2.0.0"), "period", "2026-Q4")));
        var id = opened.body().path("id").asString();
        var answers = new ArrayList<Map<String, Object>>();
        for (var question : List.of("osi", "hci", "tii")) answers.add(Map.of("question", question, "value", 0.5));
        return done(assessment.post(key, "/assessments/" + id + "/answers", Map.of("answers", answers)))
                .position();
    }

    Set<String> units(String key) throws IOException, InterruptedException {
        var codes = new HashSet<String>();
        for (var cursor = ""; ; ) {
            var page = done(assessment.get(key, "/units?limit=200" + cursor)).body();
            page.path("items").forEach(unit -> codes.add(unit.path("code").asString()));
            if (page.path("next").isNull()) return codes;
            cursor = "&cursor=" + page.path("next").asString();
        }
    }

    int answerChanges(String key, String position) throws IOException, InterruptedException {
        return done(reporting.get(key, "/audit/answers?limit=200&min-position=" + position))
                .body()
                .path("items")
                .size();
    }

    static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 202);
        return answer;
    }

    /** Every view of both services against all events: how many there are, no row of any was different. */
    int rebuildAll() throws Exception {
        return rebuild(assessment) + rebuild(reporting);
    }

    private static int rebuild(ServiceProcess service) throws Exception {
        var views = new HashSet<String>();
        for (var projection : projections(service)) {
            var name = projection.path("name").asString();
            assertThat(projection.path("deadLetters").asInt()).as(name).isZero();
            var asked =
                    service.post(ServiceProcess.OPERATOR_KEY, "/operator/projections/" + name + "/rebuild", Map.of());
            if (asked.status() != 409) views.add(name); // a policy
        }
        until(
                "the rebuilds have ended",
                () -> rebuilds(service, views).stream()
                        .noneMatch(it -> it.path("finishedAt").isMissingNode()
                                || it.path("finishedAt").isNull()));
        assertThat(rebuilds(service, views))
                .hasSize(views.size())
                .allSatisfy(it -> assertThat(it.path("different").asInt(-1))
                        .as(it.toString())
                        .isZero());
        return views.size();
    }

    private static List<JsonNode> rebuilds(ServiceProcess service, Set<String> views) throws Exception {
        return projections(service).stream()
                .filter(it -> views.contains(it.path("name").asString()))
                .map(it -> it.path("rebuild"))
                .toList();
    }

    private static List<JsonNode> projections(ServiceProcess service) throws IOException, InterruptedException {
        var all = new ArrayList<JsonNode>();
        done(service.get(ServiceProcess.OPERATOR_KEY, "/operator/projections"))
                .body()
                .path("items")
                .forEach(all::add);
        return all;
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(String what, Condition condition) throws Exception {
        for (var end = System.nanoTime() + PATIENCE.toNanos(); !condition.holds(); Thread.sleep(20))
            assertThat(System.nanoTime()).as(what).isLessThan(end);
    }

    @Override
    public void close() throws IOException {
        try {
            reporting.close();
        } finally {
            assessment.close();
        }
    }
}
