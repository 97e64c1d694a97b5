package io.cairn.verifier;

import io.cairn.proof.Hash;
import io.cairn.proof.Json;
import io.cairn.verifier.Finding.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words beside events, in the order of events, against the digests in them. */
final class Words {
    private static final byte[] DIGEST = "{\"sha256\":\"".getBytes(StandardCharsets.US_ASCII);

    private final Lines lines;
    private final Findings findings;
    private @Nullable Map<String, @Nullable Object> next;
    private long position;
    private long held;
    private long erased;

    Words(Lines lines, Findings findings) throws IOException {
        this.lines = lines;
        this.findings = findings;
        read();
    }

    private void read() throws IOException {
        next = null;
        while (next == null && lines.next()) {
            try {
                next = Json.object(lines.text());
                position = next.get("position") instanceof Json.Digits digits ? digits.asLong() : Long.MIN_VALUE;
            } catch (IllegalArgumentException e) {
                findings.add(Kind.TEXT, "words that cannot be read: " + e.getMessage());
            }
        }
    }

    /** Those of the event at a position, whose line is in the buffer. */
    void of(long event, byte[] buffer, int start, int length) throws IOException {
        while (next != null && position < event) {
            nobodys();
            read();
        }
        var digests = digests(buffer, start, length);
        if (next != null && position == event) {
            if (next.get("texts") instanceof Map<?, ?> texts)
                for (var text : texts.entrySet()) check(event, String.valueOf(text.getKey()), text.getValue(), digests);
            read();
        }
        erased += digests.size();
    }

    void end() throws IOException {
        for (; next != null; read()) nobodys();
    }

    private void check(long event, String digest, @Nullable Object text, Set<String> digests) {
        if (!digests.contains(digest))
            findings.event(Kind.TEXT, null, event, "words at position " + event + " are of no digest of their event");
        else if (!digest.equals(digestOf(text)))
            findings.event(Kind.TEXT, null, event, "words at position " + event + " are not those that were said");
        else held++;
        if (digests.contains(digest)) digests.remove(digest);
    }

    private static @Nullable String digestOf(@Nullable Object text) {
        if (!(text instanceof Map<?, ?> it
                && it.get("salt") instanceof String salt
                && it.get("words") instanceof String words)) return null;
        try {
            return Hash.of(HexFormat.of().parseHex(salt), words.getBytes(StandardCharsets.UTF_8))
                    .hex();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void nobodys() {
        findings.event(Kind.TEXT, null, position, "words at position " + position + " belong to no event");
    }

    private static Set<String> digests(byte[] line, int start, int length) {
        Set<String> found = Set.of();
        var last = start + length - DIGEST.length - 66;
        for (var at = start; at <= last; at++) {
            if (line[at] != '{' || line[at + 1] != '"' || line[at + 2] != 's' || !isDigest(line, at)) continue;
            if (found.isEmpty()) found = new HashSet<>();
            found.add(new String(line, at + DIGEST.length, 64, StandardCharsets.US_ASCII));
        }
        return found;
    }

    private static boolean isDigest(byte[] line, int at) {
        for (var i = 0; i < DIGEST.length; i++) if (line[at + i] != DIGEST[i]) return false;
        return line[at + DIGEST.length + 64] == '"' && line[at + DIGEST.length + 65] == '}';
    }

    long held() {
        return held;
    }

    long erased() {
        return erased;
    }
}
