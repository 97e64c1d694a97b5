package io.cairn.reporting.request;

import io.cairn.language.ActorId;
import io.cairn.language.InvalidValue;
import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.UnitCode;
import io.cairn.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Query parameters as words of the language; what cannot be one is a 400 that points to it. */
public final class Asked {
    /** Later than anything recorded: what is known now. */
    public static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private Asked() {}

    public static ModelKey model(String text) {
        return read("model", text, ModelKey::new);
    }

    public static UnitCode unit(String name, String text) {
        return read(name, text, UnitCode::new);
    }

    public static @Nullable UnitCode unitIfAny(String name, @Nullable String text) {
        return text == null ? null : unit(name, text);
    }

    public static Period period(String name, String text) {
        return read(name, text, Period::parse);
    }

    public static @Nullable Period periodIfAny(String name, @Nullable String text) {
        return text == null ? null : period(name, text);
    }

    public static @Nullable QuestionKey questionIfAny(@Nullable String text) {
        return text == null ? null : read("question", text, QuestionKey::new);
    }

    public static @Nullable ActorId actorIfAny(@Nullable String text) {
        return text == null ? null : read("actor", text, ActorId::new);
    }

    public static UUID id(String name, String text) {
        return read(name, text, Asked::uuid);
    }

    public static @Nullable UUID idIfAny(String name, @Nullable String text) {
        return text == null ? null : id(name, text);
    }

    /** The time as of which to know; {@link #NOW} when none is given. */
    public static Instant recordedAt(@Nullable String text) {
        var at = instantIfAny("recordedAt", text);
        return at == null ? NOW : at;
    }

    /** In the precision of the store, which is a microsecond. */
    public static @Nullable Instant instantIfAny(String name, @Nullable String text) {
        return text == null ? null : read(name, text, Asked::instant);
    }

    private static Instant instant(String text) {
        try {
            var instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            if (instant.isBefore(FIRST) || instant.isAfter(NOW))
                throw new InvalidValue("a time lies in the years 0001 to 9999");
            return instant;
        } catch (DateTimeException e) {
            throw new InvalidValue("a time has the form 2026-10-01T12:00:00Z");
        }
    }

    private static UUID uuid(String text) {
        // UUID.fromString also reads shorter groups
        if (text.length() != 36) throw new InvalidValue("an id is a UUID");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("an id is a UUID");
        }
    }

    private static <T> T read(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (InvalidValue e) {
            throw Problem.badParameter(name, String.valueOf(e.getMessage())).exception();
        }
    }
}
