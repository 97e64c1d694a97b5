package io.cairn.platform.overload;

import io.cairn.platform.problem.ProblemWriter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request of the API a place, or refuses it, as soon as Tomcat has read its head: behind the filters a refusal would
 * cost a good part of what an answer costs.
 */
final class Gate extends ValveBase {
    private final Rooms rooms;
    private final ProblemWriter problems;

    Gate(Rooms rooms, ProblemWriter problems) {
        super(true);
        this.rooms = rooms;
        this.problems = problems;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!isOfTheApi(request.getDecodedRequestURI())) {
            Doorway.through();
            getNext().invoke(request, response);
            return;
        }
        var room = rooms.of(request);
        var place = Place.in(room, request);
        if (place == null) {
            problems.write(request, response, room.refusal());
            Doorway.through(); // what is left of its body is yet to come, and may take its time
            return;
        }
        try {
            getNext().invoke(request, response);
        } finally {
            place.leave();
        }
    }

    /** Health and metrics have a port of their own and need no place. What Tomcat itself refuses has no path. */
    private static boolean isOfTheApi(@Nullable String path) {
        return path != null && (path.startsWith("/api/") || path.startsWith("/v3/"));
    }
}
