package io.cairn.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;

/** An identity provider that publishes two keys, and forges what it can. */
public final class Issuer {
    private final String name;
    private final RSAKey rsa;
    private final ECKey ec;
    private final RSAKey stranger;
    private final HttpServer server;

    public Issuer() {
        this("https://identity.example");
    }

    public Issuer(String name) {
        this.name = name;
        try {
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
            stranger = new RSAKeyGenerator(2048).keyID("rsa").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var published = new JWKSet(java.util.List.of(rsa.toPublicJWK(), ec.toPublicJWK()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        server.start();
    }

    public String name() {
        return name;
    }

    public String jwks() {
        return "http://localhost:" + server.getAddress().getPort() + "/jwks";
    }

    public String rs256(JWTClaimsSet claims) {
        return sign(JWSAlgorithm.RS256, "rsa", claims, rsaSigner(rsa));
    }

    public String es256(JWTClaimsSet claims) {
        try {
            return sign(JWSAlgorithm.ES256, "ec", claims, new ECDSASigner(ec));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String rs512(JWTClaimsSet claims) {
        return sign(JWSAlgorithm.RS512, "rsa", claims, rsaSigner(rsa));
    }

    /** Signed by a key that nobody published, under the name of one that is. */
    public String withAnotherKey(JWTClaimsSet claims) {
        return sign(JWSAlgorithm.RS256, "rsa", claims, rsaSigner(stranger));
    }

    /** The published key misused as a shared secret. */
    public String hs256(JWTClaimsSet claims) {
        try {
            return sign(
                    JWSAlgorithm.HS256,
                    "rsa",
                    claims,
                    new MACSigner(rsa.toRSAPublicKey().getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any header and any claims, whatever they say, rightly signed with the RSA key that is published. */
    public String raw(String header, String claims) {
        return raw(rsa, header, claims);
    }

    /** The same by a key that nobody published. */
    public String rawByStranger(String header, String claims) {
        return raw(stranger, header, claims);
    }

    public RSAKey published() {
        return rsa.toPublicJWK();
    }

    public RSAKey unpublished() {
        return stranger.toPublicJWK();
    }

    private static String raw(RSAKey key, String header, String claims) {
        var text = Base64URL.encode(header) + "." + Base64URL.encode(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.toPrivateKey());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static JWSSigner rsaSigner(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWSAlgorithm algorithm, String key, JWTClaimsSet claims, JWSSigner signer) {
        var header = new JWSHeader.Builder(algorithm)
                .keyID(key)
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
