package io.cairn.assessment.http;

import java.util.List;
import java.util.Map;

/** One tenant's assessment of one unit, told through the API. */
public final class AssessmentStory {
    public static final String PERIOD = "2026-Q4";
    private static final Map<String, Object> EGDI = Map.of("key", "egdi", "version", "2.0.0");

    private final Client client;
    private final String unit;
    private final Reply opened;

    private AssessmentStory(Client client, String unit, Reply opened) {
        this.client = client;
        this.unit = unit;
        this.opened = opened;
    }

    public static Map<String, Object> of(String unit, String period) {
        return Map.of("unit", unit, "model", EGDI, "period", period);
    }

    /** A unit of its own and its open assessment. */
    public static AssessmentStory open(Client client) {
        client.post("/units", Map.of("code", "brand-a", "name", "Brand A")).expect(201);
        return open(client, "brand-a", PERIOD);
    }

    public static AssessmentStory open(Client client, String unit, String period) {
        return new AssessmentStory(
                client, unit, client.post("/assessments", of(unit, period)).expect(201));
    }

    public String id() {
        return opened.text("/id");
    }

    public Reply opened() {
        return opened;
    }

    public String path() {
        return "/assessments/" + id();
    }

    public Reply answer(String question, Object value) {
        return client.put(path() + "/answers/" + question, Map.of("value", value));
    }

    /** All three questions the same. */
    public AssessmentStory answered(double value) {
        for (var question : List.of("osi", "hci", "tii"))
            answer(question, value).expect(200);
        return this;
    }

    public String etag() {
        return client.get(path()).expect(200).etag();
    }

    public Reply step(String step, Map<String, ?> body) {
        return client.post(path() + "/" + step, body, etag());
    }

    public AssessmentStory submitted() {
        step("submission", Map.of()).expect(200);
        return this;
    }

    public Reply finalized() {
        return step("finalization", Map.of()).expect(200);
    }

    /** Opened again, changed, and finalized anew. */
    public Reply corrected(double value) {
        step("reopening", Map.of("reason", "a correction")).expect(200);
        for (var question : List.of("osi", "hci", "tii"))
            client.put(path() + "/answers/" + question, Map.of("value", value, "reason", "was wrong"))
                    .expect(200);
        return submitted().finalized();
    }

    public String journey() {
        return "/units/" + unit + "/journeys/egdi";
    }
}
