package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.json.EventCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as earlier versions stored them, {@code event-log/*.jsonl}, put into today's store row by row. A log is never
 * changed; an event stored in a new form gets a new log beside it.
 */
class OldEventsIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** In the order in which they were recorded. */
    private static final List<String> LOGS = List.of(
            "2026-11",
            "2026-11-votes",
            "2026-11-cycles",
            "2026-11-roadmaps",
            "2026-11-upgrade",
            "2026-11-journeys",
            "2026-11-tenants");

    private static final String INSERT = """
            with e as (select ?::jsonb as e, ?::bigint as position), event as (
                insert into eventstore.event (position, tenant_id, stream_type, stream_id, version, event_id, name,
                                              revision, payload, metadata, recorded_at)
                select position, (e->>'tenant')::uuid, e->>'streamType', (e->>'stream')::uuid, (e->>'version')::bigint,
                       (e->>'event')::uuid, e->>'name', (e->>'revision')::int, e->'payload', e->'metadata',
                       (e->>'recordedAt')::timestamptz
                from e)
            insert into eventstore.event_text (tenant_id, position, texts)
            select (e->>'tenant')::uuid, position, e->'texts' from e where jsonb_typeof(e->'texts') = 'object'
            """;

    @Test
    void are_read_by_every_view_and_every_command(@TempDir Path home) throws Exception {
        var log = new ArrayList<JsonNode>();
        for (var name : LOGS) log.addAll(log(name));
        var names = new HashSet<String>();
        log.forEach(event -> names.add(event.path("name").asString()));
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.standard().entries().stream()
                        .map(EventCatalogue.Entry::name)
                        .toList());
        try (var cairn = CairnProcess.start(home, false)) {
            // whoever registers today is the tenant of the log, and its first event is there already
            var client = cairn.as(cairn.register("old-log"));
            var position = insert(home, log.subList(1, log.size()));
            viewsHaveSeen(client, position);
            assertThat(letters(cairn)).isZero();
            whatTheViewsSay(client);
            whatTheRoadmapSays(client);
            whatCommandsFind(client);
            var gone = cairn.operator().get("/tenants/old-log-closed").orFail("closed");
            assertThat(gone.path("status").asString()).isEqualTo("closed");
        }
    }

    private static void viewsHaveSeen(SampleClient client, long position) throws IOException {
        for (var path : List.of("/units", "/assessments", "/audit/answers", "/units/brand-a/journeys/egdi")) {
            var separator = path.contains("?") ? "&" : "?";
            client.get(path + separator + "min-position=" + position).orFail(path);
        }
    }

    private static int letters(CairnProcess cairn) throws IOException {
        var letters = 0;
        for (var projection : cairn.operator()
                .get("/operator/projections")
                .orFail("projections")
                .path("items")) letters += projection.path("deadLetters").asInt();
        return letters;
    }

    private static void whatTheViewsSay(SampleClient client) throws IOException {
        var journey = client.get("/units/brand-a/journeys/egdi").orFail("journey");
        assertThat(journey.path("stage").path("key").asString()).isEqualTo("high");
        assertThat(journey.path("proposals")).isEmpty();
        assertThat(journey.at("/targets/0/status").asString()).isEqualTo("missed");
        assertThat(journey.at("/targets/1/status").asString()).isEqualTo("reached");
        assertThat(journey.at("/targets/1/reason").asString()).isEqualTo("The board wants it");
        var upgraded = client.get("/units/brand-v/journeys/egdi").orFail("journey");
        assertThat(upgraded.path("transitions").path(1).path("cause").asString())
                .isEqualTo("model-version");
        var changes = client.get("/audit/answers?unit=brand-a").orFail("audit").path("items");
        var reasons = new ArrayList<String>();
        changes.forEach(change -> reasons.add(change.path("reason").asString("")));
        assertThat(reasons).contains("A better source", "It was misread");
        var votes = client.get("/audit/answers?unit=brand-b&question=osi")
                .orFail("audit")
                .path("items");
        var told = new ArrayList<String>();
        votes.forEach(change -> told.add(change.path("kind").asString() + " " + change.path("to")));
        assertThat(told).endsWith("agreed 0.2", "consensus-round null", "changed 0.6", "agreed 0.7");
        var units = client.get("/units").orFail("units").path("items");
        assertThat(units.toString()).contains("Brand Bee");
        var timeline = client.get("/reports/timeline?unit=brand-a&model=egdi").orFail("timeline");
        assertThat(timeline.path("points")).hasSize(2);
    }

    private static void whatTheRoadmapSays(SampleClient client) throws IOException {
        var roadmap = "/units/brand-a/roadmaps/egdi";
        var actions = client.get(roadmap + "/actions").orFail("actions").path("items");
        assertThat(actions).hasSize(2);
        assertThat(actions.path(0).path("title").asString()).isEqualTo("Offer all online");
        assertThat(actions.path(0).path("status").asString()).isEqualTo("done");
        assertThat(actions.path(1).path("reason").asString()).isEqualTo("Too dear");
        client.get(roadmap + "/effects").orFail("effects");
    }

    /** A command reads its whole stream. */
    private static void whatCommandsFind(SampleClient client) throws IOException {
        for (var assessment : client.get("/assessments").orFail("assessments").path("items")) {
            var path = "/assessments/" + assessment.path("id").asString();
            var reply = client.put(path + "/answers/osi", Map.of("value", 0.25));
            var open = assessment.path("status").asString().equals("open");
            assertThat(reply.status()).as(assessment.toString()).isEqualTo(open ? 200 : 409);
            client.get(path + "/profile").orFail("profile");
        }
        assertThat(client.post("/units", Map.of("code", "brand-a", "name", "Again"))
                        .status())
                .isEqualTo(409);
        assertThat(client.get("/models/our-own/versions/1.0.0").status()).isEqualTo(200);
    }

    private static List<JsonNode> log(String name) {
        try (var in = OldEventsIT.class.getResourceAsStream("/event-log/" + name + ".jsonl")) {
            if (in == null) throw new IllegalStateException("there is no log " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the owner of the server, behind what is there; returns the head. */
    private static long insert(Path home, List<JsonNode> events) throws SQLException, IOException {
        var url = Files.readString(home.resolve("database-url")).strip();
        var password = Files.readString(home.resolve("database-superuser")).strip();
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var head = connection.prepareStatement(
                        "update eventstore.head set position = position + ? returning position");
                var insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            head.setLong(1, events.size());
            long last;
            try (var row = head.executeQuery()) {
                row.next();
                last = row.getLong(1);
            }
            for (var i = 0; i < events.size(); i++) {
                insert.setString(1, events.get(i).toString());
                insert.setLong(2, last - events.size() + 1 + i);
                insert.executeUpdate();
            }
            connection.commit();
            return last;
        }
    }
}
