package io.cairn.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * An event as its leaf says it: everything the store keeps of it, as one line of JSON in the form of {@link Json}, names
 * in order. The hash of a leaf is {@link Hash#leaf} of the line's UTF-8 without a line break. Free text is in it as its
 * salted digest only.
 */
public record EventLine(long position, UUID eventId, UUID streamId, String streamType, UUID tenant, long version) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String TAIL = ",\"position\":";
    private static final byte[] TAIL_BYTES = TAIL.getBytes(StandardCharsets.US_ASCII);
    private static final String BEFORE_ID = "{\"eventId\":\"";

    /**
     * The line of a stored event.
     *
     * @param payload and {@code metadata}: as PostgreSQL writes them
     * @param recordedAt in microseconds, as the store keeps it
     */
    public static String of(
            long position,
            UUID tenant,
            String streamType,
            UUID streamId,
            long version,
            UUID eventId,
            String name,
            int revision,
            String payload,
            String metadata,
            Instant recordedAt) {
        return BEFORE_ID + eventId
                + "\",\"metadata\":" + Json.canonical(metadata)
                + ",\"name\":" + Json.write(name)
                + ",\"payload\":" + Json.canonical(payload)
                + TAIL + position
                + ",\"recordedAt\":\"" + TIME.format(recordedAt)
                + "\",\"revision\":" + revision
                + ",\"streamId\":\"" + streamId
                + "\",\"streamType\":" + Json.write(streamType)
                + ",\"tenantId\":\"" + tenant
                + "\",\"version\":" + version + "}";
    }

    public static Hash hash(String line) {
        return Hash.leaf(line.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where the event belongs, without reading what it says.
     *
     * @throws IllegalArgumentException when it is no such line
     */
    public static EventLine read(byte[] bytes, int from, int length) {
        var line = new LineReader(bytes, from, length);
        line.expect(BEFORE_ID);
        var event = line.uuid();
        line.goTo(tail(bytes, from, length));
        line.expect(TAIL);
        var position = line.number();
        line.expect(",\"recordedAt\":");
        line.skipString();
        line.expect(",\"revision\":");
        line.number();
        line.expect(",\"streamId\":\"");
        var stream = line.uuid();
        line.expect("\",\"streamType\":");
        var type = line.string();
        line.expect(",\"tenantId\":\"");
        var tenant = line.uuid();
        line.expect("\",\"version\":");
        var version = line.number();
        line.expect("}");
        line.expectEnd();
        return new EventLine(position, event, stream, type, tenant, version);
    }

    public static EventLine read(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        return read(bytes, 0, bytes.length);
    }

    /** The same line at another position, to see whether nothing but the position is different. */
    public static String at(String line, long position) {
        var tail = line.lastIndexOf(TAIL);
        if (tail < 0) throw new IllegalArgumentException("not the line of an event");
        return line.substring(0, tail) + TAIL + position + line.substring(line.indexOf(',', tail + TAIL.length()));
    }

    /** A quote inside of a string is escaped, so that the last one found is the line's own. */
    private static int tail(byte[] line, int from, int length) {
        if (length > BEFORE_ID.length() + 36)
            for (var at = from + length - TAIL_BYTES.length; at > from; at--) if (isTail(line, at)) return at;
        throw new IllegalArgumentException("not the line of an event");
    }

    private static boolean isTail(byte[] line, int at) {
        for (var i = 0; i < TAIL_BYTES.length; i++) if (line[at + i] != TAIL_BYTES[i]) return false;
        return true;
    }
}
