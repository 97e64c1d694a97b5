package io.cairn.eventstore.json;

import io.cairn.language.event.Event;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Events as the store keeps them: a name, a revision, a payload that never changes, and words that can be erased. */
public final class EventJson {
    private static final JsonMapper MAPPER = CairnJson.eventMapper();
    private static final TypeReference<Map<String, Texts.Salted>> TEXTS = new TypeReference<>() {};
    private static final Texts NO_TEXTS = Texts.toRead(Map.of());
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EventCatalogue catalogue;
    private final Map<String, Upcaster> upcasters = new HashMap<>();
    private final Map<Class<?>, ObjectReader> readers = new HashMap<>();
    private final Map<Class<?>, ObjectReader> besideReaders = new ConcurrentHashMap<>();
    private final Supplier<byte[]> salts;

    EventJson(EventCatalogue catalogue, List<Upcaster> upcasters, Supplier<byte[]> salts) {
        this.catalogue = catalogue;
        this.salts = salts;
        for (var entry : catalogue.entries())
            readers.put(entry.type(), MAPPER.readerFor(entry.type()).withAttribute(Texts.class, NO_TEXTS));
        for (var upcaster : upcasters) this.upcasters.put(key(upcaster.name(), upcaster.revision()), upcaster);
    }

    /** With the catalogue and every upcaster there is. */
    public static EventJson standard() {
        return new EventJson(EventCatalogue.standard(), Upcasters.ALL, EventJson::salt);
    }

    /**
     * An event as it is stored.
     *
     * @param payload a JSON object without any free text, only its digests
     * @param texts a JSON object from digest to salt and words; null when the event has no free text
     */
    public record Form(
            String name,
            int revision,
            String payload,
            @Nullable String texts) {}

    public Form write(Event event) {
        var entry = catalogue.of(event);
        var texts = Texts.toWrite(salts);
        var payload = MAPPER.writer().withAttribute(Texts.class, texts).writeValueAsString(event);
        var beside = texts.byDigest().isEmpty() ? null : MAPPER.writeValueAsString(texts.byDigest());
        return new Form(entry.name(), entry.revision(), payload, beside);
    }

    /** Reads every revision there ever was. Throws {@link IllegalStateException} for a name or revision it never heard of. */
    public Event read(Form form) {
        var entry = catalogue.named(form.name());
        var reader = reader(entry, form.texts());
        if (form.revision() == entry.revision()) return reader.readValue(form.payload());
        return reader.readValue(upcast(form, entry.revision()));
    }

    private ObjectReader reader(EventCatalogue.Entry entry, @Nullable String texts) {
        var reader = Objects.requireNonNull(readers.get(entry.type()));
        return texts == null ? reader : reader.withAttribute(Texts.class, Texts.toRead(MAPPER.readValue(texts, TEXTS)));
    }

    /** Metadata and other values beside an event, in the same notation. */
    public String writeBeside(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public <T> T readBeside(String json, Class<T> type) {
        return besideReaders.computeIfAbsent(type, MAPPER::readerFor).readValue(json);
    }

    private JsonNode upcast(Form form, int to) {
        var payload = MAPPER.readTree(form.payload());
        for (var revision = form.revision(); revision != to; revision++) {
            var upcaster = upcasters.get(key(form.name(), revision));
            if (upcaster == null)
                throw new IllegalStateException(
                        "nothing reads revision " + revision + " of " + form.name() + " (today's is " + to + ")");
            payload = upcaster.upcast(payload);
        }
        return payload;
    }

    private static String key(String name, int revision) {
        return name + "." + revision;
    }

    static byte[] salt() {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
