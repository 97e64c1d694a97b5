package io.cairn.reporting.export;

import io.cairn.reporting.wording.Wording;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of rows made of {@code T}.
 *
 * @param key its name in JSON, and in CSV where no language is asked for
 * @param heading what people read above it
 */
public record Column<T>(String key, Kind kind, Function<Wording, String> heading, Function<T, @Nullable Object> value) {

    public static <T> Column<T> text(String key, Function<T, @Nullable Object> value) {
        return column(Kind.TEXT, key, it -> text(value.apply(it)));
    }

    /** The words know it as {@code column.key}. */
    public static <T> Column<T> column(Kind kind, String key, Function<T, @Nullable Object> value) {
        return new Column<>(key, kind, words -> words.say("column." + key), value);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
