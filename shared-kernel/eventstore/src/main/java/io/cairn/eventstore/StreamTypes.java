package io.cairn.eventstore;

import io.cairn.language.StreamType;
import java.util.Locale;

/** The stored names of stream types. */
final class StreamTypes {
    private StreamTypes() {}

    static String name(StreamType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    static StreamType named(String name) {
        return StreamType.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
