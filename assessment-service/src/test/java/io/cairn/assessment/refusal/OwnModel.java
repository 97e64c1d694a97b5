package io.cairn.assessment.refusal;

import io.cairn.assessment.http.Client;
import io.cairn.language.ModelRef;
import io.cairn.maturity.ShippedModels;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Models of a tenant's own: the E-Government index under another key, asking for evidence. */
final class OwnModel {
    static final String VERSION = "2.0.0";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private OwnModel() {}

    static String key() {
        return "own-" + NUMBERS.incrementAndGet();
    }

    static String text(String key) {
        return ShippedModels.find(ModelRef.of("egdi", VERSION))
                .orElseThrow()
                .text()
                .replaceFirst("(?m)^key: egdi$", "key: " + key)
                .replaceFirst("(?m)^  notApplicable: false$", "  notApplicable: false\n  evidenceRequired: true");
    }

    static String path(String key) {
        return "/models/" + key + "/versions/" + VERSION;
    }

    static String drafted(Client client) {
        var key = key();
        client.postYaml("/models", text(key)).expect(201);
        return key;
    }

    static Map<String, String> published(Client client) {
        var key = drafted(client);
        client.post(path(key) + "/publication", Map.of()).expect(200);
        return Map.of("key", key, "version", VERSION);
    }
}
