package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process and its database server are killed at once; what was acknowledged is there at the next start. */
class PowerCutIT {
    private static final int UNITS = 20_000;

    @Test
    void nothing_acknowledged_is_lost_and_half_an_import_is_never_seen(@TempDir Path home) throws Exception {
        String key;
        String assessment;
        var acknowledged = 0;
        var cairn = CairnProcess.start(home, false);
        try {
            key = cairn.register("brand");
            var client = cairn.as(key);
            client.post("/units", Map.of("code", "brand-a", "name", "Brand A")).orFail("unit");
            assessment = open(client, "brand-a");

            var importEnded = new AtomicBoolean();
            var port = cairn;
            var importing = Thread.ofVirtual().start(() -> {
                try {
                    port.as(key)
                            .postCsv(
                                    "/imports/answers?model=egdi&version=2.0.0&createUnits=true&finalize=true",
                                    bigFile());
                    importEnded.set(true);
                } catch (IOException expected) {
                    // the connection breaks with the process
                }
            });
            // answers go on being acknowledged while the import is under way, up to the cut
            for (var value = 0; value < 40; value++)
                for (var question : java.util.List.of("osi", "hci", "tii")) {
                    answer(client, assessment, question, value / 100.0);
                    acknowledged++;
                }
            assertThat(importEnded).as("the import outlasts the answers").isFalse();
            cairn.kill();
            importing.join();
        } finally {
            cairn.close();
        }

        try (var again = CairnProcess.start(home, false)) {
            var client = again.as(key);
            var changes = 0;
            var page = client.get("/audit/answers?limit=200&assessment=" + assessment)
                    .orFail("audit");
            changes += page.path("items").size();
            assertThat(changes).isEqualTo(acknowledged);
            assertThat(client.get("/units?limit=200").orFail("units").path("items"))
                    .hasSize(1);
            assertThat(client.get("/assessments?limit=200")
                            .orFail("assessments")
                            .path("items"))
                    .hasSize(1);
        }
    }

    private static String open(SampleClient client, String unit) throws IOException {
        return client.post(
                        "/assessments",
                        Map.of("unit", unit, "model", Map.of("key", "egdi", "version", "2.0.0"), "period", "2026-Q4"))
                .orFail("open")
                .path("id")
                .asString();
    }

    private static void answer(SampleClient client, String assessment, String question, double value)
            throws IOException {
        client.put("/assessments/" + assessment + "/answers/" + question, Map.of("value", value))
                .orFail("answer");
    }

    private static String bigFile() {
        var csv = new StringBuilder("unit,period,question,value\n");
        for (var unit = 0; unit < UNITS; unit++)
            for (var question : java.util.List.of("osi", "hci", "tii"))
                csv.append("unit-")
                        .append(unit)
                        .append(",2026-Q4,")
                        .append(question)
                        .append(",0.5\n");
        return csv.toString();
    }
}
