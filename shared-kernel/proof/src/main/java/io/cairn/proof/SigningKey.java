package io.cairn.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The Ed25519 key (RFC 8032) that heads and certificates are signed with. It never tells its secret. */
public final class SigningKey {
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final PrivateKey secret;
    private final PublicKey published;

    private SigningKey(PrivateKey secret, PublicKey published) {
        this.secret = secret;
        this.published = published;
    }

    /** Of its 32 secret bytes. */
    public static SigningKey of(String name, byte[] seed) {
        if (seed.length != 32) throw new IllegalArgumentException("an Ed25519 key has 32 secret bytes");
        try {
            var spec = new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed);
            var secret = KeyFactory.getInstance("Ed25519").generatePrivate(spec);
            return new SigningKey(secret, PublicKey.of(name, derived(seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /**
     * As it lies in a file.
     *
     * @param pem as {@code openssl genpkey -algorithm ed25519} writes it
     * @throws IllegalArgumentException when it is something else
     */
    public static SigningKey ofPem(String name, String pem) {
        var begin = "-----BEGIN PRIVATE KEY-----";
        var text = pem.strip();
        if (!text.startsWith(begin) || !text.endsWith("-----END PRIVATE KEY-----"))
            throw new IllegalArgumentException("not a private key in PEM form (PKCS #8)");
        var der = Base64.getMimeDecoder().decode(text.substring(begin.length(), text.lastIndexOf("-----END")));
        if (der.length != PKCS8.length + 32 || !Arrays.equals(PKCS8, Arrays.copyOf(der, PKCS8.length)))
            throw new IllegalArgumentException("not an Ed25519 private key");
        return of(name, Arrays.copyOfRange(der, PKCS8.length, der.length));
    }

    public PublicKey published() {
        return published;
    }

    public byte[] sign(byte[] message) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** The JDK tells a public key only while it makes a pair; given the seed for randomness it makes this one. */
    private static byte[] derived(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
        var encoded = generator.generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static final class Given extends SecureRandom {
        private final transient byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + published.id() + "]";
    }
}
