package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.standalone.ServiceProcess.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two processes of one service, from its own jar, on one database. */
class SeveralProcessesIT {
    /** Enough for both halves of the slots. */
    private static final int TENANTS = 12;

    private static final Duration SECONDS = Duration.ofSeconds(15);
    private final List<String> keys = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void they_share_the_views_and_one_takes_over_when_another_is_killed() throws Exception {
        try (var home = Home.open(directory.resolve("home"));
                var database = EmbeddedDatabase.start(home);
                var first = ServiceProcess.start("assessment-service", database, directory);
                var second = ServiceProcess.start("assessment-service", database, directory)) {
            first.ready();
            second.ready();
            for (var i = 0; i < TENANTS; i++) keys.add(register(first, "tenant-" + i));
            until("both have a share of every view", () -> owners(second).equals(Set.of(2)));

            for (var key : keys) {
                var written = add(first, key, "brand-a");
                assertThat(units(second, key, written.position())).isEqualTo(1);
                written = add(second, key, "brand-b");
                assertThat(units(first, key, written.position())).isEqualTo(2);
            }

            first.kill();
            var killed = System.nanoTime();
            for (var key : keys) {
                var written = add(second, key, "brand-c");
                until("a view that the killed one kept goes on", () -> units(second, key, written.position()) == 3);
            }
            until("the other has it all", () -> owners(second).equals(Set.of(1)));
            var took = Duration.ofNanos(System.nanoTime() - killed);
            nothingIsMissingOrTwice(second);
            System.out.printf(
                    "two processes shared %d views and policies; %d ms after one was killed the other had its share,"
                            + " and what %d tenants wrote meanwhile was read; no row other than in the rebuild%n",
                    projections(second).size(), took.toMillis(), TENANTS);
            assertThat(took).isLessThan(SECONDS);
            everyLineIsAnObjectWithoutSecrets(first, database);
            everyLineIsAnObjectWithoutSecrets(second, database);
        }
    }

    private void everyLineIsAnObjectWithoutSecrets(ServiceProcess service, EmbeddedDatabase database)
            throws IOException {
        var said = service.said();
        for (var line : said.lines().filter(it -> it.startsWith("{")).toList())
            assertThat(JsonMapper.shared().readTree(line).propertyNames())
                    .contains("@timestamp", "log", "message", "service");
        // the Java machine has a word before the service has
        assertThat(said.lines().filter(it -> !it.startsWith("{"))).allMatch(it -> it.startsWith("WARNING: "));
        var secrets = new ArrayList<>(keys);
        secrets.add(ServiceProcess.OPERATOR_KEY);
        for (var role : EmbeddedDatabase.ROLES) secrets.add(database.password(role));
        assertThat(secrets).noneMatch(said::contains);
    }

    private static String register(ServiceProcess service, String slug) throws IOException, InterruptedException {
        return done(service.post(ServiceProcess.OPERATOR_KEY, "/tenants", Map.of("slug", slug, "name", slug)))
                .body()
                .path("adminKey")
                .asString();
    }

    private static Answer add(ServiceProcess service, String key, String code)
            throws IOException, InterruptedException {
        return done(service.post(key, "/units", Map.of("code", code, "name", code)));
    }

    /** -1 when the view is too far behind to be read. */
    private static int units(ServiceProcess service, String key, String position)
            throws IOException, InterruptedException {
        var answer = service.get(key, "/units?min-position=" + position);
        return answer.status() == 503 ? -1 : done(answer).body().path("items").size();
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 202);
        return answer;
    }

    private static List<JsonNode> projections(ServiceProcess service) throws IOException, InterruptedException {
        var all = new ArrayList<JsonNode>();
        done(service.get(ServiceProcess.OPERATOR_KEY, "/operator/projections"))
                .body()
                .path("items")
                .forEach(all::add);
        return all;
    }

    /** How many processes each view or policy is kept by; 0 where a part has no owner. */
    private static Set<Integer> owners(ServiceProcess service) throws IOException, InterruptedException {
        var numbers = new HashSet<Integer>();
        for (var projection : projections(service)) {
            var owners = new HashSet<String>();
            projection
                    .path("segments")
                    .forEach(it -> owners.add(it.path("owner").asString("")));
            numbers.add(owners.contains("") ? 0 : owners.size());
        }
        return numbers;
    }

    private static void nothingIsMissingOrTwice(ServiceProcess service) throws Exception {
        var views = new HashSet<String>();
        for (var projection : projections(service)) {
            var name = projection.path("name").asString();
            assertThat(projection.path("deadLetters").asInt()).as(name).isZero();
            var asked =
                    service.post(ServiceProcess.OPERATOR_KEY, "/operator/projections/" + name + "/rebuild", Map.of());
            if (asked.status() != 409) views.add(name); // a policy
        }
        assertThat(views).isNotEmpty();
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
    }

    private static List<JsonNode> rebuilds(ServiceProcess service, Set<String> views)
            throws IOException, InterruptedException {
        return projections(service).stream()
                .filter(it -> views.contains(it.path("name").asString()))
                .map(it -> it.path("rebuild"))
                .toList();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(String what, Condition condition) throws Exception {
        for (var end = System.nanoTime() + Duration.ofSeconds(30).toNanos(); !condition.holds(); Thread.sleep(20))
            assertThat(System.nanoTime()).as(what).isLessThan(end);
    }
}
