package io.cairn.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An answer that can be given again. It may hold a secret shown once (a new API key), so it is kept encrypted under
 * the client's Idempotency-Key, of which only a hash is stored.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answered(int status, Map<String, String> headers, byte[] body) {
    private static final List<String> HEADERS =
            List.of("Content-Type", "Location", "ETag", "X-Event-Position", "Link", "Cache-Control");
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Answered of(ContentCachingResponseWrapper response) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : HEADERS) {
            var value = "Content-Type".equals(name) ? response.getContentType() : response.getHeader(name);
            if (value != null) headers.put(name, value);
        }
        return new Answered(response.getStatus(), headers, response.getContentAsByteArray());
    }

    void replay(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    byte[] sealed(String key) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeShort(status);
            out.writeShort(headers.size());
            for (var header : headers.entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.write(body);
            var sealed = new ByteArrayOutputStream();
            sealed.write(nonce);
            sealed.write(cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(bytes.toByteArray()));
            return sealed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal an answer", e);
        }
    }

    static Answered opened(String key, byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        try (var in = new DataInputStream(new ByteArrayInputStream(
                cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed, NONCE, sealed.length - NONCE)))) {
            var status = in.readUnsignedShort();
            var headers = new LinkedHashMap<String, String>();
            for (var left = in.readUnsignedShort(); left > 0; left--) headers.put(in.readUTF(), in.readUTF());
            return new Answered(status, headers, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept answer cannot be opened", e);
        }
    }

    /** What is stored of a key; another hash than the one that encrypts. */
    static byte[] hash(String key) {
        return sha256("idempotency key\0" + key);
    }

    private static Cipher cipher(int mode, String key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var secret = new SecretKeySpec(sha256("idempotent answer\0" + key), "AES");
        cipher.init(mode, secret, new GCMParameterSpec(128, nonce));
        return cipher;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
