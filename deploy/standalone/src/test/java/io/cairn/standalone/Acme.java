package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A company with three brands and six people, each with a key of their own, where every stage is confirmed by one. */
final class Acme implements AutoCloseable {
    static final List<String> BRANDS = List.of("brand-a", "brand-b", "brand-c");
    static final Map<String, String> EGDI = Map.of("key", "egdi", "version", "2.0.0");
    static final Map<String, String> COMPASS = Map.of("key", "compass", "version", "1.0.0");

    final MovingCairn cairn;
    final Person ada;
    final Person fay;
    final Person ray;
    final Person rob;
    final Person rhea;
    final Person aud;

    Acme(String firstDay) {
        cairn = new MovingCairn(Instant.parse(firstDay));
        ada = cairn.register(Map.of(
                "slug",
                "acme",
                "name",
                "Acme",
                "fiscalYearStart",
                "01-01",
                "cadence",
                "quarterly",
                "transitionPolicy",
                "confirmed"));
        fay = ada.hire("Fay", "facilitator");
        ray = ada.hire("Ray", "respondent");
        rob = ada.hire("Rob", "respondent");
        rhea = ada.hire("Rhea", "reviewer");
        aud = ada.hire("Aud", "auditor");
        ada.post("/units", Map.of("code", "acme", "name", "Acme")).expect(201);
        for (var brand : BRANDS)
            ada.post("/units", Map.of("code", brand, "name", brand, "parent", "acme"))
                    .expect(201);
    }

    /** Opened by the calendar. @return its path */
    String assessment(String unit, String model, String period) {
        var found = fay.get("/assessments?unit=" + unit + "&model=" + model + "&period=" + period)
                .expect(200);
        assertThat(found.at("/items")).as("%s %s %s", unit, model, period).hasSize(1);
        return "/assessments/" + found.text("/items/0/id");
    }

    /** All three indices the same. */
    static Map<String, Object> index(double value) {
        var answers = new LinkedHashMap<String, Object>();
        for (var question : List.of("osi", "hci", "tii")) answers.put(question, value);
        return answers;
    }

    /** Every statement up to a stage, 0..3, of each dimension. */
    static Map<String, Object> bearing(int people, int tools) {
        var answers = new LinkedHashMap<String, Object>();
        for (var stage = 1; stage <= 3; stage++) {
            answers.put("people-" + stage, stage <= people);
            answers.put("tools-" + stage, stage <= tools);
        }
        return answers;
    }

    void answer(Person who, String assessment, Map<String, Object> answers) {
        var list = answers.entrySet().stream()
                .map(it -> Map.of("question", it.getKey(), "value", it.getValue(), "reason", "as we see it now"))
                .toList();
        who.post(assessment + "/answers", Map.of("answers", list)).expect(200);
    }

    /** All that was carried over and still waits. */
    void confirm(Person who, String assessment) {
        while (true) {
            var waiting = who.get(assessment + "/confirmations").expect(200).text("/items/0/dimension");
            if (waiting.isEmpty()) return;
            who.post(assessment + "/confirmations", Map.of("dimension", waiting))
                    .expect(200);
        }
    }

    /** The facilitator submits, the reviewer signs. */
    void finish(String assessment) {
        fay.step(assessment, "submission", Map.of()).expect(200);
        rhea.step(assessment, "finalization", Map.of()).expect(200);
        cairn.settle();
    }

    /** Answered, signed, and the stage that was found accepted. */
    void quarter(String unit, String model, String period, Map<String, Object> answers) {
        var assessment = assessment(unit, model, period);
        answer(fay, assessment, answers);
        finish(assessment);
        decide(fay, unit, model, Map.of("decision", "accept"));
    }

    /** As it was the quarter before. */
    void confirmedQuarter(String unit, String model, String period) {
        var assessment = assessment(unit, model, period);
        confirm(fay, assessment);
        finish(assessment);
        decide(fay, unit, model, Map.of("decision", "accept"));
    }

    Person.Reply journey(String unit, String model) {
        return aud.get(journeyPath(unit, model)).expect(200);
    }

    static String journeyPath(String unit, String model) {
        return "/units/" + unit + "/journeys/" + model;
    }

    /** On the proposal that waits. */
    Person.Reply decide(Person who, String unit, String model, Map<String, ?> decision) {
        var body = new HashMap<String, Object>(decision);
        body.put("proposal", journey(unit, model).text("/proposal/id"));
        var decided = who.post(journeyPath(unit, model) + "/transitions", body).expect(200);
        cairn.settle();
        return decided;
    }

    /** All that hold from now on. */
    Person.Reply targets(String unit, String model, List<? extends Map<String, ?>> targets) {
        var set = fay.put(journeyPath(unit, model) + "/targets", Map.of("targets", targets))
                .expect(200);
        cairn.settle();
        return set;
    }

    @Override
    public void close() {
        cairn.close();
    }
}
