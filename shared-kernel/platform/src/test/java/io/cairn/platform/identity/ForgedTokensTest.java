package io.cairn.platform.identity;

import static io.cairn.platform.testing.Service.ISSUER;
import static io.cairn.platform.testing.Service.OTHER_ISSUER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpServer;
import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import io.cairn.platform.testing.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bearer tokens as attackers make them. TokensTest has those that an honest mistake makes. */
class ForgedTokensTest {
    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"rsa\",\"typ\":\"JWT\"}";
    private static final AtomicInteger FETCHED = new AtomicInteger();

    private static long now() {
        return Service.clock().instant().getEpochSecond();
    }

    /** With one claim replaced by this JSON, or left out for "". */
    private static String claims(String name, String json) {
        var claims = new LinkedHashMap<String, String>();
        claims.put("iss", quoted(ISSUER.name()));
        claims.put("aud", "\"cairn\"");
        claims.put("sub", "\"4711\"");
        claims.put("exp", Long.toString(now() + 300));
        claims.put("tenant", "\"acme\"");
        claims.put("realm_access", "{\"roles\":[\"admin\"]}");
        if (json.isEmpty()) claims.remove(name);
        else claims.put(name, json);
        var text = new StringBuilder("{");
        claims.forEach((claim, value) -> text.append(text.length() > 1 ? "," : "")
                .append(quoted(claim))
                .append(':')
                .append(value));
        return text.append('}').toString();
    }

    private static String claims() {
        return claims("jti", "\"1\"");
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String signedClaim(String name, String json) {
        return ISSUER.raw(HEADER, claims(name, json));
    }

    private static String signedHeader(String members) {
        return ISSUER.raw("{" + members + "}", claims());
    }

    private static String strangersHeader(String members) {
        return ISSUER.rawByStranger("{\"alg\":\"RS256\"," + members + "}", claims());
    }

    private static String withSignature(String header, byte[] signature) {
        return Base64URL.encode(header) + "." + Base64URL.encode(claims()) + "." + Base64URL.encode(signature);
    }

    private static String hmac(String algorithm, String header, byte[] secret) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            var text = Base64URL.encode(header) + "." + Base64URL.encode(claims());
            return text + "." + Base64URL.encode(mac.doFinal(text.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> forged() throws IOException, JOSEException {
        var tokens = new LinkedHashMap<String, String>();
        for (var none : new String[] {"none", "None", "NONE", "nOnE", "", "null"}) {
            var header = "{\"alg\":\"" + none + "\",\"kid\":\"rsa\"}";
            tokens.put("alg '" + none + "' without signature", withSignature(header, new byte[0]));
            tokens.put("alg '" + none + "' with a signature", ISSUER.raw(header, claims()));
        }
        tokens.put("no alg", signedHeader("\"kid\":\"rsa\""));
        tokens.put("alg null", signedHeader("\"alg\":null,\"kid\":\"rsa\""));
        tokens.put("alg a list", signedHeader("\"alg\":[\"RS256\"],\"kid\":\"rsa\""));
        for (var other :
                new String[] {"rs256", "RS256 ", "RS1", "RS384", "PS256", "ES256", "ES256K", "EdDSA", "HS256", "dir"})
            tokens.put(
                    "signed with RS256, said to be " + other,
                    signedHeader("\"alg\":\"" + other + "\",\"kid\":\"rsa\""));
        var key = ISSUER.published().toRSAPublicKey();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        for (var form : Map.of(
                        "PEM", pem.getBytes(US_ASCII),
                        "DER", key.getEncoded(),
                        "JWK", ISSUER.published().toJSONString().getBytes(UTF_8),
                        "modulus", key.getModulus().toByteArray())
                .entrySet()) {
            tokens.put(
                    "HS256 with the public key as a secret, " + form.getKey(),
                    hmac("HmacSHA256", "{\"alg\":\"HS256\",\"kid\":\"rsa\"}", form.getValue()));
            tokens.put("HS256 called RS256, " + form.getKey(), hmac("HmacSHA256", HEADER, form.getValue()));
        }
        tokens.put(
                "HS512 with the kid as a secret",
                hmac("HmacSHA512", "{\"alg\":\"HS512\",\"kid\":\"rsa\"}", "rsa".getBytes(UTF_8)));

        for (var kid : new String[] {
            "../../../../dev/null",
            "' union select 'AA",
            "rsa\\u0000",
            "",
            "unknown",
            "https://localhost/key",
            "${jndi:ldap://localhost/a}",
            "|id"
        }) {
            tokens.put("kid " + kid, strangersHeader("\"kid\":\"" + kid + "\""));
            tokens.put(
                    "HS256 kid " + kid,
                    hmac("HmacSHA256", "{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}", new byte[] {0}));
        }
        tokens.put("kid a number", strangersHeader("\"kid\":1"));
        var there = elsewhere();
        var own = ISSUER.unpublished().toJSONString();
        tokens.put("its own key in the header", strangersHeader("\"kid\":\"rsa\",\"jwk\":" + own));
        tokens.put("its own key in the header, and no kid", strangersHeader("\"jwk\":" + own));
        tokens.put("a jku of its own", strangersHeader("\"kid\":\"rsa\",\"jku\":\"" + there + "\""));
        tokens.put("a jku at an unknown kid", strangersHeader("\"kid\":\"mine\",\"jku\":\"" + there + "\""));
        tokens.put("an x5u of its own", strangersHeader("\"kid\":\"rsa\",\"x5u\":\"" + there + "\""));
        tokens.put("an x5c", strangersHeader("\"kid\":\"rsa\",\"x5c\":[\"AAAA\"]"));
        tokens.put("its own key and no other claim to it", strangersHeader("\"typ\":\"JWT\""));

        tokens.put(
                "a claim that is critical to somebody else",
                signedHeader("\"alg\":\"RS256\",\"kid\":\"rsa\",\"crit\":[\"exp2\"],\"exp2\":1"));
        tokens.put(
                "a payload that is not encoded",
                signedHeader("\"alg\":\"RS256\",\"kid\":\"rsa\",\"b64\":false,\"crit\":[\"b64\"]"));
        for (var type : new String[] {"logout+jwt", "dpop+jwt", "JWE", "secevent+jwt", "text/html"})
            tokens.put("typ " + type, signedHeader("\"alg\":\"RS256\",\"kid\":\"rsa\",\"typ\":\"" + type + "\""));
        tokens.put("alg twice", signedHeader("\"alg\":\"RS256\",\"alg\":\"none\",\"kid\":\"rsa\""));
        tokens.put("a header that is a list", ISSUER.raw("[]", claims()));
        tokens.put("a header that is no JSON", ISSUER.raw("alg: RS256", claims()));
        tokens.put(
                "an encrypted token",
                Base64URL.encode("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"kid\":\"rsa\"}")
                        + ".AAAA.AAAA.AAAA.AAAA");
        tokens.put(
                "a compressed token",
                signedHeader("\"alg\":\"RS256\",\"kid\":\"rsa\",\"zip\":\"DEF\",\"enc\":\"A256GCM\""));

        var ec = "{\"alg\":\"ES256\",\"kid\":\"ec\"}";
        tokens.put("ES256 with r = s = 0", withSignature(ec, new byte[64]));
        tokens.put("ES256 with r = s = 0 as DER", withSignature(ec, new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0}));
        var order = new java.math.BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16)
                .toByteArray();
        var both = new byte[64];
        System.arraycopy(order, 1, both, 0, 32);
        System.arraycopy(order, 1, both, 32, 32);
        tokens.put("ES256 with r = s = n", withSignature(ec, both));
        tokens.put("ES256 with an empty signature", withSignature(ec, new byte[0]));
        tokens.put("ES256 with the RSA key", ISSUER.raw("{\"alg\":\"ES256\",\"kid\":\"rsa\"}", claims()));
        tokens.put("RS256 with the EC key", ISSUER.raw("{\"alg\":\"RS256\",\"kid\":\"ec\"}", claims()));
        tokens.put("RS256 with a signature of zeros", withSignature(HEADER, new byte[256]));
        tokens.put("RS256 with a signature of one byte", withSignature(HEADER, new byte[] {1}));

        tokens.put("another trusted issuer's key", OTHER_ISSUER.raw(HEADER, claims()));
        tokens.put("this issuer's key in another trusted one's name", signedClaim("iss", quoted(OTHER_ISSUER.name())));
        for (var issuer : new String[] {
            "\"\"",
            "null",
            "7",
            "[\"" + ISSUER.name() + "\"]",
            quoted(ISSUER.name() + "/"),
            quoted(ISSUER.name().toUpperCase(java.util.Locale.ROOT)),
            quoted(ISSUER.name() + " "),
            "\"http://identity.example\"",
            "{}"
        }) tokens.put("iss " + issuer, signedClaim("iss", issuer));
        for (var audience : new String[] {
            "\"\"", "null", "7", "[]", "[null]", "\"Cairn\"", "\"cairn2\"", "{\"cairn\":1}", "\"account\""
        }) tokens.put("aud " + audience, signedClaim("aud", audience));
        for (var end : new String[] {
            "\"9999999999\"", "null", "-1", "0", "[9999999999]", "true", "{}", "1e400", Long.toString(now() - 61)
        }) tokens.put("exp " + end, signedClaim("exp", end));
        for (var begin : new String[] {Long.toString(now() + 120), "\"0\"", "[0]", "253402300799"})
            tokens.put("nbf " + begin, signedClaim("nbf", begin));
        for (var subject :
                new String[] {"null", "\"\"", "\"  \"", "[\"4711\"]", "{}", quoted("x".repeat(5_000)), "\"a\\u0000b\""})
            tokens.put("sub " + subject.substring(0, Math.min(20, subject.length())), signedClaim("sub", subject));
        for (var tenant : new String[] {
            "null",
            "\"\"",
            "7",
            "[\"acme\"]",
            "{\"id\":\"acme\"}",
            "\"*\"",
            "\"acme,other\"",
            "\"acme other\"",
            "\"' or 1=1 --\"",
            "\"../other\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"acme\\u0000\"",
            "true",
            quoted("a".repeat(3_000))
        }) tokens.put("tenant " + tenant.substring(0, Math.min(20, tenant.length())), signedClaim("tenant", tenant));
        tokens.put(
                "two tenants",
                ISSUER.raw(
                        HEADER, claims().replace("\"tenant\":\"acme\"", "\"tenant\":\"acme\",\"tenant\":\"other\"")));
        tokens.put(
                "two subjects",
                ISSUER.raw(HEADER, claims().replace("\"sub\":\"4711\"", "\"sub\":\"4711\",\"sub\":\"operator\"")));
        tokens.put("claims that are a list", ISSUER.raw(HEADER, "[]"));
        tokens.put("claims that are no JSON", ISSUER.raw(HEADER, "tenant=acme"));
        tokens.put("claims very deep", ISSUER.raw(HEADER, claims("x", "[".repeat(2_000) + "]".repeat(2_000))));

        var good = ISSUER.raw(HEADER, claims());
        var parts = good.split("\\.");
        tokens.put("truncated", good.substring(0, good.length() - 10));
        tokens.put("without signature", parts[0] + "." + parts[1] + ".");
        tokens.put("without the last dot", parts[0] + "." + parts[1]);
        tokens.put("one part only", parts[1]);
        tokens.put("a fourth part", good + ".AAAA");
        tokens.put("dots only", "..");
        tokens.put("the header alone", parts[0] + "..");
        tokens.put(
                "another payload", parts[0] + "." + Base64URL.encode(claims("tenant", "\"other\"")) + "." + parts[2]);
        tokens.put(
                "another header",
                Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"rsa\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "."
                        + parts[2]);
        tokens.put("a space within", parts[0] + ". " + parts[1] + "." + parts[2]);
        tokens.put("two tokens", good + "," + good);
        tokens.put("an API key's prefix before it", "cairn_" + good);
        tokens.put("longer than a header may be", signedClaim("x", quoted("x".repeat(40_000))));
        return tokens;
    }

    /** Where a careless verifier would fetch the attacker's keys. */
    private static String elsewhere() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var keys = ("{\"keys\":[" + ISSUER.unpublished().toJSONString() + "]}").getBytes(UTF_8);
        server.createContext("/", exchange -> {
            FETCHED.incrementAndGet();
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return "http://localhost:" + server.getAddress().getPort() + "/jwks";
    }

    @TestFactory
    Stream<DynamicTest> each_of_them_is_refused() throws IOException, JOSEException {
        var tokens = forged();
        System.out.println(tokens.size() + " forged or broken tokens");
        assertThat(tokens).hasSizeGreaterThan(100);
        return tokens.entrySet().stream()
                .map(token -> DynamicTest.dynamicTest(token.getKey(), () -> refused(whoami(token.getValue()))));
    }

    @Test
    void what_they_are_made_from_is_good() {
        assertThat(whoami(ISSUER.raw(HEADER, claims())).status()).isEqualTo(200);
        var other = OTHER_ISSUER.raw(HEADER, claims("iss", quoted(OTHER_ISSUER.name())));
        assertThat(whoami(other).status()).as("there are two issuers").isEqualTo(200);
    }

    @Test
    void no_address_in_a_token_is_ever_called() throws IOException, JOSEException {
        for (var token : forged().entrySet())
            if (token.getKey().matches(".*(jku|x5u).*")) refused(whoami(token.getValue()));
        assertThat(FETCHED).hasValue(0);
    }

    @Test
    void roles_of_another_form_open_nothing() {
        for (var roles : new String[] {
            "7",
            "null",
            "\"admin\"",
            "{\"roles\":\"ADMIN\"}",
            "{\"roles\":[[\"admin\"]]}",
            "{\"roles\":{\"admin\":true}}",
            "{\"roles\":[{\"name\":\"admin\"}]}",
            "{\"roles\":[\"operator\"]}",
            "{\"roles\":\"operator\"}",
            "{\"roles\":[\"Admin\",\"admin \",\"ROLE_ADMIN\",\"admin\\u0000\"]}",
            "[\"admin\"]"
        }) {
            var reply = whoami(signedClaim("realm_access", roles));
            assertThat(reply.status()).as("%s %s", roles, reply).isEqualTo(403);
            assertThat(reply.problem()).isEqualTo("forbidden");
        }
    }

    @Test
    void a_token_counts_in_one_authorization_header_and_nowhere_else() throws IOException {
        var good = ISSUER.raw(HEADER, claims());
        for (var how : new String[] {
            "?access_token=" + good + " HTTP/1.1\r\nX: y",
            "?token=" + good + " HTTP/1.1\r\nX: y",
            " HTTP/1.1\r\nCookie: access_token=" + good,
            " HTTP/1.1\r\nX-Authorization: Bearer " + good,
            " HTTP/1.1\r\nProxy-Authorization: Bearer " + good,
            " HTTP/1.1\r\nAuthorization: " + good,
            " HTTP/1.1\r\nAuthorization: Basic " + good,
            " HTTP/1.1\r\nAuthorization: Bearer " + good + "\r\nAuthorization: Bearer " + good,
            " HTTP/1.1\r\nAuthorization: Bearer " + good + "\r\nAuthorization: Bearer nobody",
            " HTTP/1.1\r\nAuthorization: Bearer " + good + "\r\nAuthorization: Basic bm9ib2R5Og==",
            " HTTP/1.1\r\nAuthorization: Bearer nobody\r\nAuthorization: Bearer " + good
        })
            assertThat(raw("GET /api/v1/samples/whoami" + how))
                    .as(how)
                    .startsWith("HTTP/1.1 401 ")
                    .contains("application/problem+json");
        assertThat(raw("GET /api/v1/samples/whoami HTTP/1.1\r\nAuthorization: Bearer " + good))
                .startsWith("HTTP/1.1 200 ");
    }

    private static String raw(String request) throws IOException {
        var address = URI.create(Service.anonymous().base());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((request + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static Reply whoami(String token) {
        Client client = Service.anonymous().as(token);
        return client.get("/api/v1/samples/whoami");
    }

    /** 400 is Tomcat's for a header beyond all bounds. */
    private static void refused(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isIn(400, 401);
        if (reply.status() == 401) assertThat(reply.problem()).isEqualTo("unauthorized");
        else assertThat(reply.problem()).isNotEmpty();
        var told = reply.text().replaceFirst("\"traceId\":\"[0-9a-f]+\"", ""); // which may well have a 4711 in it
        assertThat(told).doesNotContain("4711", "acme", "Exception", "nimbus");
    }
}
