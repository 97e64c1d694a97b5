package io.cairn.standalone.overload;

import io.cairn.eventstore.json.CairnJson;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Finds what a service can do, asks three times that of it, and then half of it. Nine of ten requests record an answer, one reads
 * a report.
 */
public final class Overload {
    private static final List<String> DIMENSIONS =
            List.of("site-content", "data-analytics", "channels-campaigns", "customer-insight", "decisioning");
    private static final List<String> STATEMENTS = List.of("1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b");
    private static final int QUESTIONS = 8;

    /**
     * @param tenants companies that ask
     * @param assessments that each of them answers
     * @param atATime the numbers of clients that the peak is looked for with
     * @param turn how long each of them asks
     * @param warmUp how long 64 clients ask before that
     * @param connections of the flood
     */
    public record Plan(
            int tenants,
            int assessments,
            List<Integer> atATime,
            Duration turn,
            Duration warmUp,
            Duration flood,
            Duration after,
            int connections) {}

    /** @param peak 2xx a second when nobody asks too much */
    public record Found(double peak, Tally flood, Tally after) {
        public double kept() {
            return flood.goodput() / peak;
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    private Overload(int port) {
        address = "http://localhost:" + port + "/api/v1";
    }

    /** What is done to the service when it is warm. */
    public interface Warm {
        void done() throws IOException, InterruptedException;
    }

    public static Found of(int port, String operatorKey, Plan plan, Warm warm)
            throws IOException, InterruptedException {
        var asks = new Overload(port).asks(operatorKey, plan);
        try (var flood = new Flood(port, asks, plan.connections())) {
            say("load of the machine before: %.1f", load());
            flood.closed(64, plan.warmUp());
            warm.done();
            var peak = 0.0;
            for (int clients : plan.atATime()) {
                var turn = flood.closed(clients, plan.turn());
                say("%d clients, one request each at a time: %s; the clients used %.2f s", clients, turn, flood.cpu());
                peak = Math.max(peak, turn.goodput());
            }
            var told = flood.open(
                    List.of(new Flood.Phase(3 * peak, plan.flood()), new Flood.Phase(peak / 2, plan.after())));
            var found = new Found(peak, told.getFirst(), told.getLast());
            say("peak %.0f/s; 3 x the peak for %d s: %s", peak, plan.flood().toSeconds(), found.flood());
            say("goodput %.2f of the peak; the clients used %.2f s of a processor", found.kept(), flood.cpu());
            say(
                    "then half the peak for %d s: %s; the last that was not answered well and in time was due %d ms after the flood",
                    plan.after().toSeconds(),
                    found.after(),
                    found.after().lastBad().toMillis());
            say("load of the machine after: %.1f", load());
            return found;
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void say(String format, Object... values) {
        System.out.println("overload: " + format.formatted(values));
    }

    /** Neighbours are about different assessments: what waits for another command on its stream is not what is looked for. */
    private List<Ask> asks(String operatorKey, Plan plan) throws IOException, InterruptedException {
        var keys = new ArrayList<String>();
        var sheets = new ArrayList<String>();
        for (var tenant = 0; tenant < plan.tenants(); tenant++) {
            var slug = "flood-" + tenant;
            var key = post(operatorKey, "/tenants", "{\"slug\":\"%1$s\",\"name\":\"%1$s\"}".formatted(slug))
                    .path("adminKey")
                    .asString();
            for (var i = 0; i < plan.assessments(); i++) {
                post(key, "/units", "{\"code\":\"unit-%1$d\",\"name\":\"Unit %1$d\"}".formatted(i));
                var opened = post(key, "/assessments", """
                        {"unit":"unit-%d","model":{"key":"rutten-dmm","version":"1.0.0"},"period":"2026-Q4"}
                        """.formatted(i));
                keys.add(key);
                sheets.add("/api/v1/assessments/" + opened.path("id").asString() + "/answers/");
            }
        }
        var asks = new ArrayList<Ask>();
        for (var question = 0; question < QUESTIONS; question++)
            for (var i = 0; i < sheets.size(); i++) {
                var key = keys.get(i);
                var asked = DIMENSIONS.get(question % DIMENSIONS.size()) + "-" + STATEMENTS.get(question);
                asks.add(Ask.answers(key, sheets.get(i) + asked));
                if (i % 9 == 8) asks.add(Ask.reads(key, "/api/v1/reports/stages?model=rutten-dmm&period=2026-Q4"));
            }
        return asks;
    }

    private JsonNode post(String key, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var reply = http.send(request, BodyHandlers.ofString());
        if (reply.statusCode() >= 300) throw new IOException(path + ": " + reply.statusCode() + " " + reply.body());
        return CairnJson.mapper().readTree(reply.body());
    }
}
