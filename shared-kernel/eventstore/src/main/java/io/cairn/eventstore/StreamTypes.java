package io.cairn.eventstore;

import io.cairn.language.StreamType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stored names of stream types. */
final class StreamTypes {
    private static final Map<String, StreamType> BY_NAME =
            Arrays.stream(StreamType.values()).collect(Collectors.toMap(StreamTypes::name, Function.identity()));

    private StreamTypes() {}

    static String name(StreamType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    static StreamType named(String name) {
        var type = BY_NAME.get(name);
        if (type == null) throw new IllegalArgumentException("no stream is a " + name);
        return type;
    }
}
