package io.cairn.platform.overload;

import io.cairn.platform.web.WrappedBody;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** A room for each kind of request, so that none of them keeps the others out. */
final class Rooms {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Room writes;
    private final Room reads;
    private final Room tables;
    private final Room operator;

    Rooms(OverloadProperties settings, MeterRegistry meters) {
        writes = room("writes", settings.writes(), settings);
        reads = room("reads", settings.reads(), settings);
        tables = room("tables", settings.tables(), settings);
        operator = room("operator", settings.operator(), settings);
        for (var room : List.of(writes, reads, tables, operator)) {
            Gauge.builder("cairn.requests.under.way", room, Room::underWay)
                    .description("Requests that have a place")
                    .tag("kind", room.name())
                    .register(meters);
            Gauge.builder("cairn.requests.waiting", room, Room::waiting)
                    .description("Requests that wait for a place")
                    .tag("kind", room.name())
                    .register(meters);
            FunctionCounter.builder("cairn.requests.refused", room, Room::refused)
                    .description("Requests that found no place")
                    .tag("kind", room.name())
                    .register(meters);
        }
    }

    private static Room room(String name, int places, OverloadProperties settings) {
        return new Room(name, places, settings.waiting(), settings.patience(), System::nanoTime);
    }

    Room of(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/v1/operator/")) return operator;
        if (WrappedBody.isStreamed(request)) return tables;
        return READING.contains(request.getMethod()) ? reads : writes;
    }
}
