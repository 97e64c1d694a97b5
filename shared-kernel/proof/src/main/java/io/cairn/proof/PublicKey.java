package io.cairn.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An Ed25519 key (RFC 8032) that signatures are checked with, as C2SP's signed-note writes it: {@code name+id+key}.
 *
 * @param name without spaces and plus signs
 * @param id the first four bytes of SHA-256(name, line feed, 1, key), in hexadecimal
 */
public record PublicKey(String name, String id, String base64) {
    private static final byte ED25519 = 1;
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static PublicKey of(String name, byte[] raw) {
        if (name.isEmpty() || name.matches(".*[\\s+].*") || raw.length != 32)
            throw new IllegalArgumentException("a key's name has no space and no plus sign, and 32 bytes follow");
        var typed = typed(raw);
        return new PublicKey(name, id(name, typed), Base64.getEncoder().encodeToString(typed));
    }

    /** @throws IllegalArgumentException when it is not {@code name+id+key}, or the id is another key's */
    public static PublicKey read(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) throw new IllegalArgumentException("a key is written name+id+key");
        var typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 33 || typed[0] != ED25519) throw new IllegalArgumentException("not an Ed25519 key");
        var key = of(parts[0], Arrays.copyOfRange(typed, 1, 33));
        if (!key.id.equals(parts[1])) throw new IllegalArgumentException("the key's id is " + key.id);
        return key;
    }

    /** {@code name+id+key}. */
    public String text() {
        return name + "+" + id + "+" + base64;
    }

    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var typed = Base64.getDecoder().decode(base64);
            var spec = new byte[X509.length + 32];
            System.arraycopy(X509, 0, spec, 0, X509.length);
            System.arraycopy(typed, 1, spec, X509.length, 32);
            var verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spec)));
            verifying.update(message);
            return verifying.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] typed(byte[] raw) {
        var typed = new byte[33];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, 32);
        return typed;
    }

    private static String id(String name, byte[] typed) {
        var hash =
                Hash.of((name + "\n").getBytes(StandardCharsets.UTF_8), typed).bytes();
        return HexFormat.of().formatHex(hash, 0, 4);
    }
}
