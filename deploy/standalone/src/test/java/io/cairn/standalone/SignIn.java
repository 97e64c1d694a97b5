package io.cairn.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The authorization code flow with PKCE, as a program in a browser does it: with an OpenID provider, for a public client. */
record SignIn(String issuer, String client, String redirect) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What an endpoint of the provider said. */
    record Reply(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asString("");
        }
    }

    /** The answer of the token endpoint. @throws IllegalStateException when the person is not let in */
    Reply as(String user, String password) {
        return as(user, password, Map.of());
    }

    /** @param afterwards what is filled in where the provider asks for more after the password */
    Reply as(String user, String password, Map<String, String> afterwards) {
        var verifier = Home.newSecret();
        var back = authorized(user, password, challenge(verifier), afterwards);
        var code = parameters(back).get("code");
        if (code == null) throw new IllegalStateException("no code in " + back);
        return code(code, verifier);
    }

    /** Exchanges a code. */
    Reply code(String code, String verifier) {
        return token(Map.of(
                "grant_type", "authorization_code",
                "client_id", client,
                "redirect_uri", redirect,
                "code", code,
                "code_verifier", verifier));
    }

    Reply refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", refreshToken));
    }

    /** Any grant. */
    Reply token(Map<String, String> form) {
        return post(configuration().path("token_endpoint").asString(), form);
    }

    JsonNode configuration() {
        return send(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")))
                .body();
    }

    /** Where the provider sends the browser back to. */
    String authorized(String user, String password, String challenge, Map<String, String> afterwards) {
        var browser = new Browser();
        var login = browser.open(authorize("S256", challenge), redirect);
        if (!login.sentTo().isEmpty()) return login.sentTo();
        var page = browser.submit(login, Map.of("username", user, "password", password), redirect);
        if (page.sentTo().isEmpty() && !afterwards.isEmpty()) page = browser.submit(page, afterwards, redirect);
        if (page.sentTo().isEmpty())
            throw new IllegalStateException(user + " is not let in: " + page.status() + " " + page.text());
        return page.sentTo();
    }

    /** @param method {@code ""} for a request without PKCE */
    String authorize(String method, String challenge) {
        var ask = new LinkedHashMap<String, String>();
        ask.put("response_type", "code");
        ask.put("client_id", client);
        ask.put("redirect_uri", redirect);
        ask.put("scope", "openid");
        ask.put("state", "some-state");
        if (!method.isEmpty()) {
            ask.put("code_challenge", challenge);
            ask.put("code_challenge_method", method);
        }
        return configuration().path("authorization_endpoint").asString() + "?" + Browser.encoded(ask);
    }

    static Map<String, String> parameters(String address) {
        var query = URI.create(address).getRawQuery();
        if (query == null) return Map.of();
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reply post(String address, Map<String, String> form) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Browser.encoded(form))));
    }

    static Reply send(HttpRequest.Builder request) {
        try {
            var reply = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var text = reply.body();
            return new Reply(
                    reply.statusCode(),
                    text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.missingNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
