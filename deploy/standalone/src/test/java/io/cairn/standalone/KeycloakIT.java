package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People and programs of the realm in deploy/keycloak against the product, with a real Keycloak between them. Runs in a build
 * with {@code -Dkeycloak}, which unpacks Keycloak; without, it is skipped.
 */
class KeycloakIT {
    private static final String PUBLIC_URL = "http://localhost:8000";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static KeycloakProcess keycloak;
    private static CairnProcess cairn;
    private static SignIn console;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        assumeTrue(KeycloakProcess.isThere(), "Keycloak is not unpacked: build with -Dkeycloak");
        keycloak = KeycloakProcess.start(directory, PUBLIC_URL);
        console = new SignIn(keycloak.issuer(), "cairn-console", PUBLIC_URL + "/swagger-ui/oauth2-redirect.html");
        cairn = CairnProcess.start(
                directory.resolve("home"),
                false,
                Map.of(
                        "CAIRN_SECURITY_ISSUERS_0_ISSUER",
                        keycloak.issuer(),
                        "CAIRN_SECURITY_ISSUERS_0_AUDIENCES",
                        "cairn"));
        for (var slug : List.of("demo", "other")) cairn.register(slug);
    }

    @AfterAll
    static void stop() throws IOException {
        if (cairn != null) cairn.close();
        if (keycloak != null) keycloak.close();
    }

    private static String tokenOf(String user) {
        return console.as(user, KeycloakProcess.PASSWORD).text("access_token");
    }

    private static int status(String bearer, String path) throws IOException {
        return cairn.as(bearer).get(path).status();
    }

    private static JsonNode part(String token, int part) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[part]));
    }

    @Test
    void tenant_and_role_are_those_of_the_token() throws IOException {
        var admin = cairn.as(tokenOf("demo-admin"));
        assertThat(admin.get("/tenant").orFail("tenant").path("slug").asString())
                .isEqualTo("demo");
        assertThat(admin.post("/units", Map.of("code", "brand-k", "name", "Brand K"))
                        .status())
                .isEqualTo(201);
        var viewer = tokenOf("demo-viewer");
        assertThat(status(viewer, "/units/brand-k")).isEqualTo(200);
        assertThat(status(viewer, "/keys")).isEqualTo(403);
        var other = cairn.as(tokenOf("other-admin"));
        assertThat(other.get("/tenant").orFail("tenant").path("slug").asString())
                .isEqualTo("other");
        assertThat(other.get("/units/brand-k").status()).isEqualTo(404);
    }

    @Test
    void a_program_of_a_tenant_gets_in_by_its_clients_secret() throws IOException {
        var token = console.token(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "cairn-robot",
                        "client_secret", KeycloakProcess.ROBOT_SECRET))
                .text("access_token");
        assertThat(cairn.as(token).get("/tenant").orFail("tenant").path("slug").asString())
                .isEqualTo("demo");
        assertThat(status(token, "/keys")).isEqualTo(403);
    }

    @Test
    void somebody_invited_signs_in_on_the_page_of_the_invitation_and_is_a_member() throws IOException {
        var admin = cairn.as(tokenOf("demo-admin"));
        var invitation = admin.post(
                        "/invitations",
                        Map.of("name", "Guest", "email", "guest@demo.example", "roles", List.of("viewer")))
                .orFail("invitation");
        var person = Map.of(
                "username", "guest",
                "enabled", true,
                "email", "guest@demo.example",
                "firstName", "Guest",
                "lastName", "of no tenant",
                "credentials", List.of(Map.of("type", "password", "value", KeycloakProcess.PASSWORD)));
        keycloak.administer("POST", "/users", person);
        var page = new SignIn(keycloak.issuer(), "cairn-console", PUBLIC_URL + "/invitations");
        var token = page.as("guest", KeycloakProcess.PASSWORD).text("access_token");
        assertThat(status(token, "/tenant")).isEqualTo(401);
        var accepted = cairn.as(token)
                .post(
                        "/invitations/acceptance",
                        Map.of("token", invitation.path("token").asString()))
                .orFail("acceptance");
        assertThat(accepted.path("roles").toString()).isEqualTo("[\"viewer\"]");
        assertThat(status(token, "/tenant")).isEqualTo(200);
        assertThat(status(token, "/keys")).isEqualTo(403);
    }

    @Test
    void there_is_no_way_to_a_token_but_the_code_flow_with_PKCE() {
        var browser = new Browser();
        for (var method : List.of("", "plain"))
            assertThat(browser.open(console.authorize(method, SignIn.challenge("x")), console.redirect())
                            .sentTo())
                    .as("code_challenge_method %s", method)
                    .contains("error=invalid_request");
        var byPassword = console.token(Map.of(
                "grant_type", "password",
                "client_id", "cairn-console",
                "username", "demo-admin",
                "password", KeycloakProcess.PASSWORD));
        assertThat(byPassword.text("error")).isEqualTo("unauthorized_client");
        var implicit = console.authorize("S256", SignIn.challenge("x")).replace("type=code", "type=token");
        assertThat(browser.open(implicit, console.redirect()).sentTo()).contains("error=unauthorized_client");
        var elsewhere = new SignIn(keycloak.issuer(), "cairn-console", "https://elsewhere.example/");
        assertThat(browser.open(elsewhere.authorize("S256", SignIn.challenge("x")), "https://elsewhere.example/"))
                .satisfies(page -> assertThat(page.status()).isEqualTo(400))
                .satisfies(page -> assertThat(page.sentTo()).isEmpty());
        var code = SignIn.parameters(
                        console.authorized("demo-viewer", KeycloakProcess.PASSWORD, SignIn.challenge("one"), Map.of()))
                .get("code");
        assertThat(console.code(String.valueOf(code), "another").text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void a_token_for_another_audience_is_refused() throws IOException {
        var answer = console.as("demo-admin", KeycloakProcess.PASSWORD);
        assertThat(status(answer.text("access_token"), "/tenant")).isEqualTo(200);
        assertThat(status(answer.text("id_token"), "/tenant")).isEqualTo(401);
        assertThat(status(answer.text("refresh_token"), "/tenant")).isEqualTo(401);
        var ofAnotherClient = console.token(Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "demo-admin",
                        "password", KeycloakProcess.PASSWORD))
                .text("access_token");
        assertThat(ofAnotherClient).isNotEmpty();
        assertThat(status(ofAnotherClient, "/tenant")).isEqualTo(401);
    }

    @Test
    void a_token_of_another_realm_is_refused() throws IOException {
        var token = keycloak.adminToken();
        assertThat(part(token, 1).path("iss").asString()).isEqualTo(keycloak.issuer("master"));
        assertThat(status(token, "/tenant")).isEqualTo(401);
    }

    @Test
    void a_new_key_of_the_realm_is_taken_without_a_restart() throws IOException {
        var before = tokenOf("demo-viewer");
        assertThat(status(before, "/tenant")).isEqualTo(200);
        keycloak.administer(
                "POST",
                "/components",
                Map.of(
                        "name", "rotated",
                        "providerId", "rsa-generated",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "config", Map.of("priority", List.of("1000"), "algorithm", List.of("RS256"))));
        var after = tokenOf("demo-viewer");
        assertThat(part(after, 0).path("kid")).isNotEqualTo(part(before, 0).path("kid"));
        // at once, or when Cairn has asked for the keys within the last seconds, a few seconds later
        assertThat(becomes(200, after, Duration.ofSeconds(10))).isTrue();
        assertThat(status(before, "/tenant")).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_refreshing_and_the_token_ends_by_itself() throws IOException {
        var scopes = keycloak.look("/clients?clientId=cairn-console").get(0);
        keycloak.administer(
                "PUT",
                "/clients/" + scopes.path("id").asString(),
                Map.of("clientId", "cairn-console", "attributes", Map.of("access.token.lifespan", "1")));
        var answer = console.as("demo-viewer", KeycloakProcess.PASSWORD);
        keycloak.administer(
                "PUT",
                "/clients/" + scopes.path("id").asString(),
                Map.of("clientId", "cairn-console", "attributes", Map.of("access.token.lifespan", "300")));
        var again = console.refresh(answer.text("refresh_token"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(console.refresh(answer.text("refresh_token")).text("error"))
                .as("a refresh token is good for once")
                .isEqualTo("invalid_grant");
        var fresh = console.as("demo-viewer", KeycloakProcess.PASSWORD);
        SignIn.post(
                keycloak.issuer() + "/protocol/openid-connect/logout",
                Map.of("client_id", "cairn-console", "refresh_token", fresh.text("refresh_token")));
        assertThat(console.refresh(fresh.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        // a minute is allowed for clocks that differ
        assertThat(becomes(401, answer.text("access_token"), Duration.ofSeconds(75)))
                .isTrue();
    }

    @Test
    void people_cannot_give_themselves_a_tenant() throws IOException {
        var newcomer = keycloak.look("/users?username=newcomer").get(0);
        keycloak.administer(
                "PUT",
                "/users/" + newcomer.path("id").asString(),
                Map.of("requiredActions", List.of("UPDATE_PROFILE")));
        var profile = Map.of("firstName", "Newcomer", "lastName", "of demo", "email", "newcomer@demo.example");
        var withTenant = new HashMap<>(profile);
        withTenant.put("tenant", "demo");
        assertThatThrownBy(() -> console.as("newcomer", KeycloakProcess.PASSWORD, withTenant))
                .as("the form comes again, and has no such field")
                .hasMessageContaining("kc-update-profile-form")
                .hasMessageNotContaining("name=\"tenant\"");
        var token = console.as("newcomer", KeycloakProcess.PASSWORD, profile).text("access_token");
        var claims = part(token, 1);
        assertThat(claims.path("aud").asString("")).isEqualTo("cairn");
        assertThat(claims.has("tenant")).isFalse();
        assertThat(status(token, "/tenant")).isEqualTo(401);
        var kept = keycloak.look("/users?username=newcomer").get(0);
        assertThat(kept.path("lastName").asString()).isEqualTo("of demo");
        assertThat(kept.path("attributes").has("tenant")).isFalse();
    }

    private static boolean becomes(int wanted, String bearer, Duration within) throws IOException {
        for (var end = System.nanoTime() + within.toNanos(); System.nanoTime() < end; ) {
            if (status(bearer, "/tenant") == wanted) return true;
            LockSupport.parkNanos(200_000_000); // between looks
        }
        return false;
    }
}
