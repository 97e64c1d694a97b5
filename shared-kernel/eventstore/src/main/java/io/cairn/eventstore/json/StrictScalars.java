package io.cairn.eventstore.json;

import io.cairn.language.InvalidValue;
import io.cairn.language.WellFormed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Texts and numbers that can be kept: well-formed, and of a size that a database and a double can hold. */
final class StrictScalars {
    private StrictScalars() {}

    static SimpleModule create() {
        var module = new SimpleModule("strict-scalars");
        module.addDeserializer(String.class, new Word<>(String.class, StrictScalars::wellFormed));
        module.addDeserializer(UUID.class, new Word<>(UUID.class, StrictScalars::uuid));
        module.addDeserializer(LocalDate.class, new Word<>(LocalDate.class, StrictScalars::date));
        module.addDeserializer(Instant.class, new Word<>(Instant.class, StrictScalars::time));
        module.addKeyDeserializer(String.class, new Key());
        module.addDeserializer(BigDecimal.class, new Decimal<>(BigDecimal.class));
        module.addDeserializer(Double.class, new Decimal<>(Double.class));
        module.addDeserializer(double.class, new Decimal<>(double.class));
        return module;
    }

    private static String wellFormed(String text) {
        return WellFormed.text("the text", text, Integer.MAX_VALUE);
    }

    static UUID uuid(String text) {
        // UUID.fromString alone would take 1-1-1-1-1
        if (text.length() != 36) throw new InvalidValue("an id is a UUID");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("an id is a UUID");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue("a date has the form 2026-12-31");
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidValue("a time has the form 2026-12-31T23:59:59Z");
        }
    }

    private static final class Key extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return wellFormed(key);
            } catch (InvalidValue e) {
                throw context.instantiationException(String.class, e);
            }
        }
    }

    /** {@code 1e400} is no double, and {@code 1e999999999} would be written with a billion digits. */
    private static final class Decimal<T> extends StdScalarDeserializer<T> {
        Decimal(Class<T> type) {
            super(type);
        }

        @Override
        @SuppressWarnings("unchecked") // the three types it is made for
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT) && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT))
                return context.reportInputMismatch(this, "must be a number");
            var number = parser.getDecimalValue();
            if (handledType() != BigDecimal.class) return (T) bounded(number.doubleValue(), context);
            if (number.precision() > 40 || Math.abs((long) number.scale()) > 40)
                throw context.instantiationException(
                        BigDecimal.class, new InvalidValue("a number may have 40 digits at most"));
            return (T) number;
        }

        private static Double bounded(double number, DeserializationContext context) {
            if (Double.isFinite(number)) return number;
            throw context.instantiationException(double.class, new InvalidValue("the number is too large"));
        }
    }
}
