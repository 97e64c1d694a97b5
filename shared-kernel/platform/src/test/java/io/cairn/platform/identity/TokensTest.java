package io.cairn.platform.identity;

import static io.cairn.platform.testing.Service.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import io.cairn.platform.testing.Reply;
import io.cairn.platform.testing.Service;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER.name())
                .audience("cairn")
                .subject("4711")
                .expirationTime(in(Duration.ofMinutes(5)))
                .claim("tenant", "acme")
                .claim("realm_access", Map.of("roles", List.of("viewer", "something else")));
    }

    private static Date in(Duration time) {
        return Date.from(Service.clock().instant().plus(time));
    }

    private static Reply whoami(String token) {
        return Service.anonymous().as(token).get("/api/v1/samples/whoami");
    }

    private static void refused(String token) {
        var reply = whoami(token);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.problem()).isEqualTo("unauthorized");
    }

    @Test
    void a_token_says_who_calls_and_for_which_tenant() {
        for (var token : List.of(ISSUER.rs256(claims().build()), ISSUER.es256(claims().build()))) {
            var reply = whoami(token);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            assertThat(reply.json().path("actor").asString()).isEqualTo("user:4711");
            assertThat(reply.json().path("tenant").asString())
                    .isEqualTo(TenantId.of(new Slug("acme")).toString());
        }
    }

    @Test
    void a_tenant_may_be_told_by_its_id() {
        var tenant = Service.newTenant();
        var reply =
                whoami(ISSUER.rs256(claims().claim("tenant", tenant.toString()).build()));
        assertThat(reply.json().path("tenant").asString()).isEqualTo(tenant.toString());
    }

    @Test
    void no_token_opens_a_closed_tenant() {
        var tenant = Service.newTenant();
        var token = ISSUER.rs256(claims().claim("tenant", tenant.toString()).build());
        assertThat(whoami(token).status()).isEqualTo(200);
        Service.close(tenant);
        refused(token);
    }

    @Test
    void a_token_opens_only_what_its_roles_allow() {
        var viewer = Service.anonymous().as(ISSUER.rs256(claims().build()));
        assertThat(viewer.get("/api/v1/keys").status()).isEqualTo(403);
    }

    @Test
    void nobody_becomes_operator_by_a_token() {
        var token = ISSUER.rs256(claims().claim("realm_access", Map.of("roles", List.of("operator")))
                .build());
        assertThat(Service.anonymous().as(token).get("/api/v1/samples/platform").status())
                .isEqualTo(403);
    }

    @Test
    void an_expired_token_is_refused() {
        refused(ISSUER.rs256(claims().expirationTime(in(Duration.ofMinutes(-2))).build()));
    }

    @Test
    void a_token_without_an_end_is_refused() {
        refused(ISSUER.rs256(claims().expirationTime(null).build()));
    }

    @Test
    void a_token_of_the_future_is_refused() {
        refused(ISSUER.rs256(claims().notBeforeTime(in(Duration.ofMinutes(3))).build()));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        refused(ISSUER.rs256(claims().issuer("https://elsewhere.example").build()));
        refused(ISSUER.rs256(claims().issuer(null).build()));
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        refused(ISSUER.rs256(claims().audience("mail").build()));
        refused(ISSUER.rs256(claims().audience(List.of()).build()));
    }

    @Test
    void a_token_without_tenant_or_subject_is_refused() {
        refused(ISSUER.rs256(claims().claim("tenant", null).build()));
        refused(ISSUER.rs256(claims().claim("tenant", "../acme").build()));
        refused(ISSUER.rs256(claims().subject(null).build()));
    }

    @Test
    void an_unsigned_token_is_refused() {
        refused(ISSUER.unsigned(claims().build()));
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_secret_is_refused() {
        refused(ISSUER.hs256(claims().build()));
    }

    @Test
    void a_token_signed_with_an_algorithm_we_do_not_take_is_refused() {
        refused(ISSUER.rs512(claims().build()));
    }

    @Test
    void a_token_signed_with_another_key_is_refused() {
        refused(ISSUER.withAnotherKey(claims().build()));
    }

    @Test
    void a_changed_token_is_refused() {
        var parts = ISSUER.rs256(claims().build()).split("\\.");
        var other = ISSUER.rs256(claims().claim("tenant", "other").build()).split("\\.");
        refused(parts[0] + "." + other[1] + "." + parts[2]);
    }

    @Test
    void while_the_identity_provider_is_away_nobody_can_tell_and_the_answer_is_503() {
        var reply = whoami(ISSUER.rs256(claims().issuer("https://away.example").build()));
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.problem()).isEqualTo("identity-provider-unavailable");
        assertThat(reply.header("Retry-After")).isNotEmpty();
    }
}
