package io.cairn.standalone;

import java.io.IOException;
import java.util.Map;

/**
 * Fills a demo tenant through the public API, as a client would: two published data sets and a made-up company. What
 * is there already is left alone, so an interrupted load goes on where it stopped.
 */
final class SampleData {
    private static final String KEY_FILE = "demo-admin-key";
    private static final String SLUG = "demo";

    private final SampleClient client;

    private SampleData(SampleClient client) {
        this.client = client;
    }

    /** @return how to get into the demo tenant */
    static String load(String address, String operatorKey, Home home) throws IOException {
        var key = home.secret(KEY_FILE);
        if (key.isEmpty()) {
            var made = register(new SampleClient(address, operatorKey));
            home.keepSecret(KEY_FILE, made);
            key = home.secret(KEY_FILE);
        }
        new SampleData(new SampleClient(address, key.orElseThrow())).loadAll();
        return "admin key in " + home.file(KEY_FILE);
    }

    private static String register(SampleClient operator) throws IOException {
        var reply = operator.post(
                "/tenants",
                Map.of(
                        "slug", SLUG,
                        "name", "Demo (published data sets and a made-up company)",
                        "fiscalYearStart", "01-01",
                        "cadence", "quarterly",
                        "transitionPolicy", "automatic",
                        "profile", Map.of("industry", "public", "size", "large", "region", "europe")));
        if (reply.status() == 409)
            reply = operator.post("/tenants/" + SLUG + "/keys", Map.of("name", "demo admin", "role", "admin"));
        var body = reply.orFail("registering the demo tenant");
        return body.path(body.has("adminKey") ? "adminKey" : "key").asString();
    }

    private void loadAll() throws IOException {
        for (var unit : SampleFiles.units()) addUnit(unit);
        for (var file : SampleFiles.all()) load(file);
    }

    private void addUnit(SampleFiles.Unit unit) throws IOException {
        var body = unit.parent().isEmpty()
                ? Map.of("code", unit.code(), "name", unit.name())
                : Map.of("code", unit.code(), "name", unit.name(), "parent", unit.parent());
        var reply = client.post("/units", body);
        if (reply.status() != 409) reply.orFail("adding unit " + unit.code());
    }

    private void load(SampleFiles.File file) throws IOException {
        var model = "model=" + file.model() + "&version=" + file.version();
        var found = client.get("/assessments?limit=1&model=" + file.model() + "&period=" + file.period())
                .orFail("looking for " + file.title());
        if (!found.path("items").isEmpty()) return;
        var result = client.postCsv("/imports/answers?createUnits=true&finalize=true&" + model, file.csv())
                .orFail("importing " + file.title());
        var open = result.path("notFinalized").size();
        Console.say("  " + file.title() + ": " + result.path("accepted").asInt() + " answers"
                + (open == 0 ? "" : ", " + open + " assessments left open (not enough answers for a stage)"));
    }
}
