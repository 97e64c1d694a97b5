package io.cairn.platform.overload;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** One request's place among those under way. It is given up while the request waits for somebody who takes none. */
public final class Place {
    private static final String ATTRIBUTE = Place.class.getName();

    /** Something that takes its time and none of the node's. */
    @FunctionalInterface
    public interface Wait<T, E extends Exception> {
        T done() throws E;
    }

    private final Room room;
    private boolean taken = true;

    private Place(Room room) {
        this.room = room;
    }

    /** Null when the room is full. */
    static @Nullable Place in(Room room, HttpServletRequest request) {
        if (!room.enter()) return null;
        var place = new Place(room);
        request.setAttribute(ATTRIBUTE, place);
        return place;
    }

    /** Null for one that needs none. */
    static @Nullable Place of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Place place ? place : null;
    }

    /**
     * Waits without a place, and takes one again. A problem with status 429 where there is none in time.
     *
     * @param request may have no place at all
     */
    public static <T, E extends Exception> T without(HttpServletRequest request, Wait<T, E> wait) throws E {
        var place = of(request);
        return place == null ? wait.done() : place.without(wait);
    }

    <T, E extends Exception> T without(Wait<T, E> wait) throws E {
        if (!taken) return wait.done();
        leave();
        var done = wait.done();
        if (!room.back()) throw room.refusal().exception();
        taken = true;
        return done;
    }

    /** For good; it does no harm to say so again. */
    void leave() {
        if (taken) room.leave();
        taken = false;
    }
}
