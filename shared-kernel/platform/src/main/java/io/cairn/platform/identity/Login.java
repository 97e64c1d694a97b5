package io.cairn.platform.identity;

/** Who somebody is to an identity provider: {@code iss} and {@code sub} of a verified token. */
public record Login(String issuer, String subject) {
    byte[] hash() {
        return KeyText.sha256(issuer + "\n" + subject);
    }
}
