package io.cairn.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A signed tree head: C2SP's tlog-checkpoint, a signed note whose text is origin, size and root, and three lines more.
 *
 * @param position of the last event in the tree
 * @param at when it was signed
 * @param previous the SHA-256 of the note before this one, {@link Hash#EMPTY} for the first: a head that was taken out is
 *     missed by the next
 * @param note the whole of it, with its signature
 */
public record Head(
        UUID tenant, long size, Hash root, long position, Instant at, Hash previous, String keyId, String note) {
    private static final String SEPARATOR = "\n\n\u2014 ";
    private static final Pattern FORM = Pattern.compile("cairn/([0-9a-f-]{36})\n([0-9]{1,18})\n([A-Za-z0-9+/=]{44})\n"
            + "position ([0-9]{1,18})\nat ([0-9T:.Z-]+)\nprevious ([A-Za-z0-9+/=]{44})\n");

    public static Head sign(
            SigningKey key, UUID tenant, long size, Hash root, long position, Instant at, @Nullable Head before) {
        var previous = before == null ? Hash.EMPTY : before.digest();
        var text = "cairn/" + tenant + "\n" + size + "\n" + root.base64() + "\nposition " + position + "\nat " + at
                + "\nprevious " + previous.base64() + "\n";
        var published = key.published();
        var id = HexFormat.of().parseHex(published.id());
        var signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        var signed = new byte[id.length + signature.length];
        System.arraycopy(id, 0, signed, 0, id.length);
        System.arraycopy(signature, 0, signed, id.length, signature.length);
        var note = text + "\n\u2014 " + published.name() + " "
                + Base64.getEncoder().encodeToString(signed) + "\n";
        return new Head(tenant, size, root, position, at, previous, published.id(), note);
    }

    /** @throws IllegalArgumentException when it is no head; who signed it is not looked at */
    public static Head read(String note) {
        var end = note.indexOf(SEPARATOR);
        if (end < 0) throw new IllegalArgumentException("not a signed note");
        var form = FORM.matcher(note.substring(0, end + 1));
        if (!form.matches()) throw new IllegalArgumentException("not a signed tree head");
        return new Head(
                UUID.fromString(form.group(1)),
                Long.parseLong(form.group(2)),
                Hash.ofBase64(form.group(3)),
                Long.parseLong(form.group(4)),
                Instant.parse(form.group(5)),
                Hash.ofBase64(form.group(6)),
                HexFormat.of().formatHex(signed(note), 0, 4),
                note);
    }

    /** Of the whole note, for the next head. */
    public Hash digest() {
        return Hash.of(note.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether one of the keys signed it. */
    public boolean signedBy(Collection<PublicKey> keys) {
        var text = note.substring(0, note.indexOf(SEPARATOR) + 1).getBytes(StandardCharsets.UTF_8);
        var signed = signed(note);
        var signature = Arrays.copyOfRange(signed, 4, signed.length);
        return keys.stream()
                .filter(key -> key.id().equals(keyId) && note.contains("\u2014 " + key.name() + " "))
                .anyMatch(key -> key.verifies(text, signature));
    }

    private static byte[] signed(String note) {
        var line = note.substring(note.indexOf(SEPARATOR) + SEPARATOR.length());
        var parts = line.split(" ", -1);
        if (parts.length != 2 || !parts[1].endsWith("\n")) throw new IllegalArgumentException("not one signature");
        var text = parts[1].substring(0, parts[1].length() - 1);
        var signed = Base64.getDecoder().decode(text);
        // the last bits of Base64 say nothing, and yet a head has one form only
        if (signed.length != 68 || !Base64.getEncoder().encodeToString(signed).equals(text))
            throw new IllegalArgumentException("not an Ed25519 signature");
        return signed;
    }
}
