package io.cairn.eventstore;

import io.cairn.language.StreamId;
import java.util.UUID;

/**
 * A range of the 256 slots that events fall into by the last byte of an id. Events of one slot are always taken in
 * their order, those of different slots may be taken side by side.
 *
 * @param first from 0
 * @param last inclusive, at most 255
 */
public record Slots(By by, int first, int last) {
    public static final int COUNT = 256;

    /** Whose events stay in order. */
    public enum By {
        TENANT,
        STREAM
    }

    public Slots {
        if (first < 0 || first > last || last >= COUNT)
            throw new IllegalArgumentException("no range of slots: " + first + " to " + last);
    }

    public static Slots all(By by) {
        return new Slots(by, 0, COUNT - 1);
    }

    public int width() {
        return last - first + 1;
    }

    public boolean isAll() {
        return width() == COUNT;
    }

    public boolean contains(StreamId stream) {
        var slot = of(by == By.TENANT ? stream.tenant().value() : stream.value());
        return first <= slot && slot <= last;
    }

    public static int of(UUID id) {
        return (int) (id.getLeastSignificantBits() & 0xFF);
    }
}
