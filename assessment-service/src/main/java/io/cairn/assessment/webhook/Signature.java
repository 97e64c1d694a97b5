package io.cairn.assessment.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * As the Standard Webhooks specification 1.0.0 says, symmetric: {@code v1,} and the base64 of the HMAC-SHA256 of
 * {@code id.timestamp.body}, one for each secret that holds, with blanks between them.
 */
final class Signature {
    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    static String of(List<byte[]> secrets, String id, Instant timestamp, String body) {
        var signed = id + "." + timestamp.getEpochSecond() + "." + body;
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(secret, signed)))
                .collect(Collectors.joining(" "));
    }

    static byte[] hmac(byte[] secret, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
