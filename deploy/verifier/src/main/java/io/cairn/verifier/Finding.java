package io.cairn.verifier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was signed.
 *
 * @param event whom it befell; null when it is no event
 * @param position at which the event was signed, or is where it never was
 * @param sentence all of it, for people
 */
public record Finding(Kind kind, @Nullable UUID event, long position, String sentence) {
    public enum Kind {
        /** An event says something else. */
        CHANGED,
        /** An event is gone. */
        REMOVED,
        /** An event that was never signed. */
        ADDED,
        /** An event is at another place. */
        MOVED,
        /** Versions of a stream do not follow each other. Said beside what befell the events. */
        STREAM,
        /** Words are not those that were said. Words that are gone are no finding. */
        TEXT,
        /** What the service keeps of the tree is not what was signed; the events may all be right. */
        TREE,
        /** A head is not signed, missing, or contradicts another. */
        HEAD
    }

    @Override
    public String toString() {
        return kind + " " + sentence;
    }
}
