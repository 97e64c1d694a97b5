package io.cairn.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.cairn.platform.identity.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each operation of both services, called by whom it does not concern. */
class EveryOperationTest {
    private static final List<Operation> OPERATIONS = Operation.all();

    @Test
    void without_a_token_or_with_a_forged_one_none_answers() {
        var claims = new JWTClaimsSet.Builder()
                .issuer(Target.ISSUER.name())
                .audience("cairn")
                .subject("4711")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("tenant", "acme")
                .claim("roles", List.of("admin"))
                .build();
        assertThat(Shot.of("GET", "/api/v1/units")
                        .as(Target.ISSUER.rs256(claims))
                        .fire()
                        .status())
                .as("it is the forgery that is refused")
                .isEqualTo(200);
        var bearers = new ArrayList<String>();
        bearers.add(null);
        bearers.add(Target.ISSUER.unsigned(claims));
        bearers.add(Target.ISSUER.hs256(claims));
        bearers.add(Target.ISSUER.withAnotherKey(claims));
        bearers.add("cairn_" + "0".repeat(32) + "_" + "x".repeat(43));
        var wrong = new ArrayList<String>();
        for (var operation : OPERATIONS)
            for (var bearer : bearers) {
                var hit = operation.shot().as(bearer).fire();
                if (hit.status() != 401 || !hit.problem().equals("unauthorized")) wrong.add(hit.toString());
            }
        System.out.printf("%d operations × %d bearers: all 401%n", OPERATIONS.size(), bearers.size());
        assertThat(wrong).isEmpty();
    }

    @Test
    void with_another_tenants_ids_each_says_what_it_says_of_ids_that_never_were() {
        var victim = new Victim();
        var stranger = Target.newTenant();
        var ids = victim.ids();
        assertThat(ids).as("something to attack").hasSizeGreaterThan(10);
        var wrong = new TreeSet<String>();
        var calls = 0;
        for (var operation : OPERATIONS) {
            if (!operation.path().contains("{")) continue;
            var key = Target.key(stranger, operation.allowed().contains(Role.ADMIN) ? Role.ADMIN : Role.AUDITOR);
            var unknown = operation.shot().as(key).fire();
            for (var id : operation.path().matches(".*\\{(id|eventId|action|message|notification|tenant)}.*")
                    ? ids
                    : Set.of(victim.unit)) {
                var hit = operation
                        .shot(variable -> Operation.anything(variable).length() == 36 ? id : victim.own(variable))
                        .as(key)
                        .fire();
                calls++;
                var told =
                        hit.text().contains(victim.mark) && !hit.shot().path().contains(victim.mark);
                if (hit.status() >= 500 || told || hit.status() != unknown.status() && hit.status() < 300)
                    wrong.add(hit + " but of an unknown one " + unknown.status());
            }
        }
        System.out.printf("%d calls with %d ids of another tenant: nothing told, nothing done%n", calls, ids.size());
        assertThat(wrong).isEmpty();
        assertThat(Shot.of("GET", "/api/v1/assessments/" + victim.assessment)
                        .as(victim.key)
                        .fire()
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("finalized");
    }

    @Test
    void reading_lists_a_stranger_finds_nothing_of_the_others() {
        var victim = new Victim();
        var stranger = Target.newTenant();
        var told = new ArrayList<String>();
        for (var operation : OPERATIONS)
            if (operation.method().equals("GET"))
                for (var query : List.of(
                        "",
                        "?unit=" + victim.unit + "&model=egdi&assessment=" + victim.assessment,
                        "?code=" + victim.unit + "&under=" + victim.unit
                                + "&model=egdi&period=2026-Q1&from=2025-Q4&to=2026-Q1&dimension=osi")) {
                    var shot = operation.shot();
                    var hit = new Shot("GET", shot.path() + query, shot.headers(), null)
                            .as(Target.key(stranger, Role.ADMIN))
                            .fire();
                    if (hit.status() >= 500 || hit.status() < 300 && hit.text().contains(victim.mark))
                        told.add(hit.toString());
                }
        assertThat(told).isEmpty();
    }

    @Test
    void a_cursor_of_another_tenant_opens_no_list() {
        var victim = new Victim();
        var lists = new ArrayList<String>();
        for (var operation : OPERATIONS) {
            if (!operation.method().equals("GET") || !operation.allowed().contains(Role.ADMIN)) continue;
            var path = operation.shot(victim::own).path() + "?limit=1&model=egdi&period=2026-Q1";
            var hit = Shot.of("GET", path)
                    .with("Accept", "application/json")
                    .as(victim.key)
                    .fire();
            if (hit.status() != 200
                    || !hit.header("Content-Type").endsWith("json")
                    || hit.json().path("next").asString("").isEmpty()) continue;
            var cursor = hit.json().path("next").asString();
            lists.add(operation.name());
            var stolen = Shot.of("GET", path + "&cursor=" + cursor).with("Accept", "application/json");
            assertThat(stolen.as(victim.key).fire().status())
                    .as(operation.name())
                    .isEqualTo(200);
            var stranger = stolen.as(Target.key(Target.newTenant(), Role.ADMIN)).fire();
            assertThat(stranger.status()).as(stranger.toString()).isIn(400, 404);
            assertThat(stranger.text()).doesNotContain(victim.mark);
        }
        System.out.println("cursors of " + lists);
        assertThat(lists).hasSizeGreaterThanOrEqualTo(5);
    }
}
