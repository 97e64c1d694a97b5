package io.cairn.standalone.attack;

import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.projection.Projections;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A company with something of everything, told through the API. What it is called is nowhere else: its mark. */
final class Victim {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    final String mark = "victim-" + NUMBER.incrementAndGet() + "-zq";
    final String unit = "unit-of-" + mark;
    final String key;
    final String id;
    final String assessment;

    Victim() {
        var made = done(Shot.of("POST", "/api/v1/tenants")
                .as(Target.OPERATOR_KEY)
                .json("{\"slug\":\"%s\",\"name\":\"%s\",\"transitionPolicy\":\"automatic\"}".formatted(mark, mark)));
        key = made.json().path("adminKey").asString();
        id = made.json().path("id").asString();
        unit(unit, "Unit of " + mark);
        unit("second-of-" + mark, "Second of " + mark);
        assessment = assessed("2025-Q4");
        assessed("2026-Q1");
        var roadmap = "/api/v1/units/" + unit + "/roadmaps/egdi/actions";
        post(
                roadmap,
                "{\"title\":\"Plan of %s\",\"due\":\"2026-Q4\",\"modelVersion\":\"2.0.0\",\"questions\":[{\"question\":\"osi\",\"value\":1}]}"
                        .formatted(mark));
        post("/api/v1/webhooks", "{\"url\":\"https://127.0.0.1:1/%s\",\"kinds\":[\"target.missed\"]}".formatted(mark));
        post("/api/v1/keys", "{\"name\":\"key of %s\",\"role\":\"viewer\"}".formatted(mark));
        post(
                "/api/v1/cycles",
                "{\"model\":{\"key\":\"egdi\",\"version\":\"2.0.0\"},\"period\":\"2026-Q2\",\"units\":[\"%s\"]}"
                        .formatted(unit));
        call("PUT", "/api/v1/directory/me", "{\"name\":\"Person of %s\",\"language\":\"en\"}".formatted(mark));
        settle();
    }

    private void unit(String code, String name) {
        post("/api/v1/units", "{\"code\":\"%s\",\"name\":\"%s\"}".formatted(code, name));
    }

    private String assessed(String period) {
        var opened = done(shot("POST", "/api/v1/assessments")
                .json("{\"unit\":\"%s\",\"model\":{\"key\":\"egdi\",\"version\":\"2.0.0\"},\"period\":\"%s\"}"
                        .formatted(unit, period)));
        var path = "/api/v1/assessments/" + opened.json().path("id").asString();
        for (var question : List.of("osi", "hci", "tii"))
            call(
                    "PUT",
                    path + "/answers/" + question,
                    "{\"value\":0.6,\"rationale\":\"Reason of %s\"}".formatted(mark));
        for (var step : List.of("submission", "finalization")) {
            var etag = done(shot("GET", path)).header("ETag");
            done(shot("POST", path + "/" + step).with("If-Match", etag).json("{}"));
        }
        return opened.json().path("id").asString();
    }

    Shot shot(String method, String path) {
        return Shot.of(method, path).as(key);
    }

    private void post(String path, String body) {
        call("POST", path, body);
    }

    private void call(String method, String path, String body) {
        done(shot(method, path).json(body));
    }

    private static Shot.Hit done(Shot shot) {
        var hit = shot.fire();
        if (hit.status() >= 300) throw new AssertionError(hit.toString());
        return hit;
    }

    static void settle() {
        var projections = Target.bean(Projections.class);
        if (!projections.await(
                List.copyOf(projections.names()), Target.bean(EventSource.class).head(), Duration.ofSeconds(60)))
            throw new AssertionError("the views are behind");
    }

    /** Whatever of its ids its own admin can read anywhere. */
    Set<String> ids() {
        var ids = new LinkedHashSet<String>(Set.of(id, assessment));
        for (var operation : Operation.all())
            if (operation.method().equals("GET") && !operation.path().contains("/operator/")) {
                var text = operation.shot(this::own).as(key).fire().text();
                var found = UUID.matcher(text);
                for (var i = 0; i < 5 && found.find(); i++) ids.add(found.group());
            }
        return ids;
    }

    String own(String variable) {
        return switch (variable) {
            case "id" -> assessment;
            case "code" -> unit;
            case "model", "key" -> "egdi";
            case "version" -> "2.0.0";
            case "period" -> "2026-Q1";
            case "question" -> "osi";
            case "actor" -> "me";
            case "tenant" -> id;
            case "slug" -> mark;
            default -> Operation.anything(variable);
        };
    }
}
