package io.cairn.bench.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open assessments of one tenant, a unit each, under a shipped model of forty statements.
 *
 * @param key of an admin of the tenant
 */
public record Assessments(int port, String key, List<String> ids) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Assessments open(CairnProcess cairn, int number) throws IOException {
        var key = register(cairn);
        var ids = new ArrayList<String>();
        try (var wire = new Wire(cairn.port(), key)) {
            for (var i = 0; i < number; i++) {
                var unit = "brand-" + i;
                wire.send("POST", "/units", "", "{\"code\":\"%1$s\",\"name\":\"%1$s\"}".formatted(unit))
                        .orFail("adding a unit");
                var opened = wire.send("POST", "/assessments", "", """
                                {"unit":"%s","model":{"key":"rutten-dmm","version":"1.0.0"},"period":"2026-Q4"}
                                """.formatted(unit))
                        .orFail("opening an assessment");
                ids.add(JSON.readTree(opened.body()).path("id").asString());
            }
        }
        return new Assessments(cairn.port(), key, List.copyOf(ids));
    }

    Wire wire() {
        return new Wire(port, key);
    }

    private static String register(CairnProcess cairn) throws IOException {
        try (var wire = new Wire(cairn.port(), CairnProcess.OPERATOR_KEY)) {
            var tenant = wire.send("POST", "/tenants", "", "{\"slug\":\"bench\",\"name\":\"Bench\"}")
                    .orFail("registering a tenant");
            return JSON.readTree(tenant.body()).path("adminKey").asString();
        }
    }
}
