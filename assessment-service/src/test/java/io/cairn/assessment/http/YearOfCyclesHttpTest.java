package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.cycle.calendar.CalendarLook;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import io.cairn.platform.schedule.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Fiscal years from 6 April, in quarters; the calendar does everything but answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearOfCyclesHttpTest {
    private static final Map<String, Object> EGDI = Map.of("key", "egdi", "version", "2.0.0");
    private static final List<String> QUESTIONS = List.of("osi", "hci", "tii");

    private MovingService service;

    @BeforeAll
    void on_the_first_day_of_a_fiscal_year() {
        service = new MovingService(Instant.parse("2026-04-06T00:20:00Z"));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void a_year_of_one_tenant() {
        var admin = service.tenant("year", "04-06");
        for (var unit : List.of("group", "brand-a", "brand-b", "brand-c")) add(admin, unit);
        var plan = Map.of("model", EGDI, "under", "group");
        admin.put("/tenant/cycle-plan", Map.of("plans", List.of(plan))).expect(200);
        service.settle();

        // first quarter: opened as the plan was made; one is reminded, all are in time
        var first = cycle(admin, "2026-Q1");
        assertThat(first.text("/firstDay")).isEqualTo("2026-04-06");
        assertThat(first.text("/lastDay")).isEqualTo("2026-07-05");
        assertThat(codes(first)).containsExactly("brand-a", "brand-b", "brand-c", "group");
        for (var unit : List.of("brand-a", "brand-b", "group")) finish(admin, first, unit, 0.6);
        service.on("2026-06-20T12:00:00Z");
        assertThat(reminded(admin)).isEmpty();
        service.on("2026-06-21T12:00:00Z");
        service.on("2026-06-22T12:00:00Z");
        assertThat(reminded(admin)).containsExactly("brand-c 2026-Q1 14");
        service.on("2026-07-05T23:00:00Z");
        assertThat(reminded(admin)).containsExactly("brand-c 2026-Q1 14", "brand-c 2026-Q1 3");
        finish(admin, first, "brand-c", 0.3);
        service.settle();
        close(admin, cycle(admin, "2026-Q1"));
        assertThat(counts(cycle(admin, "2026-Q1"))).isEqualTo("units 4 finalized 4 late 0 skipped 0");

        // second: what was agreed is carried over; a unit joins, one will be late, one is given up
        service.on("2026-07-06T00:30:00Z");
        var second = cycle(admin, "2026-Q2");
        assertThat(unit(second, "brand-a").at("/unconfirmed").asInt()).isEqualTo(3);
        assertThat(unit(second, "brand-a").at("/answered").asInt()).isZero();
        admin.post("/units", Map.of("code", "brand-d", "name", "D", "parent", "brand-a"))
                .expect(201);
        service.settle();
        service.on("2026-08-01T00:30:00Z");
        second = cycle(admin, "2026-Q2");
        assertThat(codes(second)).contains("brand-d");
        assertThat(unit(second, "brand-d").at("/unconfirmed").asInt()).isZero();
        confirm(admin, second, "brand-a");
        confirm(admin, second, "group");
        finish(admin, second, "brand-d", 0.9);
        service.on("2026-10-07T09:00:00Z");
        second = cycle(admin, "2026-Q2");
        assertThat(counts(second)).isEqualTo("units 5 finalized 3 late 2 skipped 0");
        confirm(admin, second, "brand-b");
        service.settle();
        close(admin, cycle(admin, "2026-Q2"));
        second = cycle(admin, "2026-Q2");
        assertThat(counts(second)).isEqualTo("units 5 finalized 4 late 1 skipped 1");
        assertThat(unit(second, "brand-b").at("/late").asBoolean()).isTrue();
        assertThat(unit(second, "brand-c").at("/skipped").asBoolean()).isTrue();
        assertThat(unit(second, "brand-c").path("status").asString()).isEqualTo("open");

        // third: who skipped one is carried over from the one before
        var third = cycle(admin, "2026-Q3");
        assertThat(unit(third, "brand-c").at("/unconfirmed").asInt()).isEqualTo(3);
        assertThat(unit(third, "brand-d").at("/unconfirmed").asInt()).isEqualTo(3);
        for (var unit : codes(third)) confirm(admin, third, unit);

        // a correction of the second quarter made now makes nobody late
        correct(admin, second, "brand-a");
        service.on("2027-01-06T00:10:00Z");
        assertThat(unit(cycle(admin, "2026-Q2"), "brand-a").at("/late").asBoolean())
                .isFalse();
        assertThat(counts(cycle(admin, "2026-Q3"))).isEqualTo("units 5 finalized 5 late 0 skipped 0");

        // fourth
        assertThat(unit(cycle(admin, "2026-Q4"), "brand-a").at("/unconfirmed").asInt())
                .isEqualTo(3);
        var all = admin.get("/cycles")
                .expect(200)
                .at("/items")
                .valueStream()
                .map(it -> it.path("period").asString())
                .toList();
        assertThat(all).containsExactly("2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1");
    }

    @Test
    void two_nodes_that_look_at_once_open_once() throws Exception {
        var admin = service.tenant("nodes", "04-06");
        add(admin, "group");
        add(admin, "brand-a");
        var plan = Map.of("model", EGDI, "reminderDays", List.of(180));
        admin.put("/tenant/cycle-plan", Map.of("plans", List.of(plan))).expect(200);
        service.settle();
        service.bean(Schedule.class).add("look-at-calendar", TenantId.of(new Slug("nodes")));

        var begin = new CountDownLatch(1);
        var calendar = service.bean(CalendarLook.class);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var looks = new ArrayList<Future<?>>();
            for (var i = 0; i < 4; i++) {
                looks.add(threads.submit(() -> {
                    begin.await();
                    calendar.look(TenantId.of(new Slug("nodes")));
                    return null;
                }));
                var node = service.node();
                looks.add(threads.submit(() -> {
                    begin.await();
                    node.runAnyDueExecutions();
                    return null;
                }));
            }
            begin.countDown();
            for (var look : looks) look.get();
        }
        service.settle();
        assertThat(admin.get("/cycles").expect(200).at("/items")).hasSize(1);
        assertThat(admin.get("/assessments").expect(200).at("/items")).hasSize(2);
        assertThat(reminded(admin)).hasSize(2);
    }

    private static void add(Client admin, String unit) {
        var body = unit.equals("group")
                ? Map.of("code", unit, "name", unit)
                : Map.of("code", unit, "name", unit, "parent", "group");
        admin.post("/units", body).expect(201);
    }

    private static Reply cycle(Client admin, String period) {
        var found = admin.get("/cycles")
                .expect(200)
                .at("/items")
                .valueStream()
                .filter(it -> it.path("period").asString().equals(period))
                .findFirst()
                .orElseThrow();
        return admin.get("/cycles/" + found.path("id").asString()).expect(200);
    }

    private static void close(Client admin, Reply cycle) {
        admin.post("/cycles/" + cycle.text("/id") + "/closing", Map.of(), cycle.etag())
                .expect(200);
    }

    private static List<String> codes(Reply cycle) {
        return cycle.at("/units/items")
                .valueStream()
                .map(it -> it.path("unit").asString())
                .toList();
    }

    private static JsonNode unit(Reply cycle, String code) {
        return cycle.at("/units/items")
                .valueStream()
                .filter(it -> it.path("unit").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String counts(Reply cycle) {
        return "units %s finalized %s late %s skipped %s"
                .formatted(
                        cycle.at("/counts/units"),
                        cycle.at("/counts/finalized"),
                        cycle.at("/counts/late"),
                        cycle.at("/counts/skipped"));
    }

    private static List<String> reminded(Client admin) {
        return admin.get("/reminders")
                .expect(200)
                .at("/items")
                .valueStream()
                .map(it -> it.path("unit").asString() + " " + it.path("period").asString() + " "
                        + it.path("daysBefore").asInt())
                .toList();
    }

    private static void finish(Client admin, Reply cycle, String unit, double value) {
        var path = path(cycle, unit);
        for (var question : QUESTIONS)
            admin.put(path + "/answers/" + question, Map.of("value", value)).expect(200);
        finalizeIt(admin, path);
    }

    /** Dimension by dimension. */
    private static void confirm(Client admin, Reply cycle, String unit) {
        var path = path(cycle, unit);
        for (var waiting = waiting(admin, path); !waiting.isEmpty(); waiting = waiting(admin, path))
            admin.post(path + "/confirmations", Map.of("dimension", waiting)).expect(200);
        finalizeIt(admin, path);
    }

    private static String waiting(Client admin, String path) {
        return admin.get(path + "/confirmations").expect(200).text("/items/0/dimension");
    }

    private static void correct(Client admin, Reply cycle, String unit) {
        var path = path(cycle, unit);
        var etag = admin.get(path).expect(200).etag();
        admin.post(path + "/reopening", Map.of("reason", "a correction"), etag).expect(200);
        finalizeIt(admin, path);
    }

    private static void finalizeIt(Client admin, String path) {
        var submitted = admin.post(
                        path + "/submission",
                        Map.of(),
                        admin.get(path).expect(200).etag())
                .expect(200);
        admin.post(path + "/finalization", Map.of(), submitted.etag()).expect(200);
    }

    private static String path(Reply cycle, String unit) {
        return "/assessments/" + unit(cycle, unit).path("assessment").asString();
    }
}
