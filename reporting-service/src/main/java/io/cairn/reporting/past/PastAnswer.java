package io.cairn.reporting.past;

import io.cairn.eventstore.StoredEvent;
import io.cairn.maturity.AgreedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The answer that counted.
 *
 * @param said the event that said it; of votes that agree, the last one's
 * @param judged the event by which a reviewer gave other points, where they stood
 */
public record PastAnswer(
        AgreedAnswer answer,
        How how,
        StoredEvent said,
        @Nullable StoredEvent judged) {
    /** How it came to count. */
    public enum How {
        /** One answer is shared by all. */
        SHARED,
        /** All who voted say so. */
        VOTES,
        /** The facilitator settled it. */
        AGREED
    }
}
