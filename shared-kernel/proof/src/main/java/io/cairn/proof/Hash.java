package io.cairn.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256, and how RFC 9162 (2.1.1) hashes a tree: a leaf behind a byte 0, a node's two children behind a byte 1. */
public final class Hash {
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hash::sha256);

    /** The root of the tree without leaves. */
    public static final Hash EMPTY = of(new byte[0]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of 32 bytes that are a hash already. */
    public static Hash read(byte[] bytes) {
        if (bytes.length != LENGTH) throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        return new Hash(bytes.clone());
    }

    static Hash read(byte[] bytes, int from) {
        return new Hash(Arrays.copyOfRange(bytes, from, from + LENGTH));
    }

    public static Hash ofHex(String text) {
        return read(HexFormat.of().parseHex(text));
    }

    public static Hash ofBase64(String text) {
        return read(Base64.getDecoder().decode(text));
    }

    /** The plain SHA-256 of these bytes one after the other. */
    public static Hash of(byte[]... parts) {
        var digest = SHA_256.get();
        for (var part : parts) digest.update(part);
        return new Hash(digest.digest());
    }

    public static Hash leaf(byte[] content) {
        return leaf(content, 0, content.length);
    }

    public static Hash leaf(byte[] buffer, int from, int length) {
        var digest = SHA_256.get();
        digest.update(LEAF);
        digest.update(buffer, from, length);
        return new Hash(digest.digest());
    }

    public static Hash node(Hash left, Hash right) {
        var digest = SHA_256.get();
        digest.update(NODE);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new Hash(digest.digest());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void write(byte[] to, int at) {
        System.arraycopy(bytes, 0, to, at, LENGTH);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
