package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.nimbusds.jwt.JWTClaimsSet;
import io.cairn.platform.identity.Memberships;
import io.cairn.platform.testing.Issuer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Invitations and members from the outside: an identity provider that knows no tenants, a real mail server, a clock moved by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersHttpTest {
    private static final Pattern TOKEN = Pattern.compile("invitation_[0-9a-f]{32}_[A-Za-z0-9_-]{43}");
    private static final Issuer PROVIDER = new Issuer();

    private final int port = free();
    private final GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MovingService service;
    private int tenants;
    private int people;

    @BeforeAll
    void start() {
        server.start();
        service = new MovingService(
                Instant.parse("2026-11-22T08:00:00Z"),
                "--cairn.mail.host=127.0.0.1",
                "--cairn.mail.port=" + port,
                "--cairn.mail.tls=never",
                "--cairn.mail.from=noreply@cairn.example.org",
                "--cairn.mail.public-url=https://cairn.example.org",
                "--cairn.security.issuers[0].issuer=" + PROVIDER.name(),
                "--cairn.security.issuers[0].jwk-set-uri=" + PROVIDER.jwks(),
                "--cairn.security.issuers[0].audiences=cairn",
                "--cairn.invitations.client-id=cairn-\"console");
    }

    @AfterAll
    void stop() {
        service.close();
        server.stop();
    }

    @Test
    void an_invited_person_becomes_a_member_with_the_roles_the_admin_said() {
        var admin = tenant();
        var ann = person(admin);
        ann.get("/units").expectProblem(401, "unauthorized");
        var invited = invite(admin, "ann@example.com", "facilitator", "viewer");
        assertThat(invited.text("/state")).isEqualTo("open");
        assertThat(invited.body().has("token")).isFalse();
        var token = mailed("ann@example.com");
        var accepted =
                ann.post("/invitations/acceptance", Map.of("token", token)).expect(200);
        assertThat(accepted.text("/tenant"))
                .isEqualTo(admin.get("/tenant").expect(200).text("/id"));
        assertThat(accepted.at("/roles").toString()).isEqualTo("[\"facilitator\",\"viewer\"]");
        ann.get("/units").expect(200);
        ann.get("/keys").expect(403);
        var actor = accepted.text("/actor");
        var members = admin.get("/members").expect(200);
        assertThat(members.text("/items/0/actor")).isEqualTo(actor);
        assertThat(members.text("/items/0/name")).isEqualTo("Invited");
        assertThat(admin.get("/directory/" + actor).expect(200).text("/email")).isEqualTo("ann@example.com");
        assertThat(admin.get("/invitations").expect(200).text("/items/0/state")).isEqualTo("accepted");
    }

    @Test
    void the_link_leads_to_a_page_that_anybody_may_open_and_that_speaks_to_nobody_else() throws Exception {
        var root = URI.create(tenant().address());
        try (var browser = HttpClient.newHttpClient()) {
            var page = browser.send(
                    HttpRequest.newBuilder(root.resolve("/invitations")).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
            assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' http")
                    .doesNotContain("unsafe");
            assertThat(page.body())
                    .contains("data-issuer=\"" + PROVIDER.name() + "\"", "data-client=\"cairn-&quot;console\"")
                    .contains("data-scope=\"openid\"", "data-console=\"https://cairn.example.org\"");
            for (var file : List.of("page.js", "page.css")) {
                assertThat(page.body()).contains("\"invitations/" + file + "\"");
                var reply = browser.send(
                        HttpRequest.newBuilder(root.resolve("/invitations/" + file))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(reply.statusCode()).isEqualTo(200);
            }
            var other = HttpRequest.newBuilder(root.resolve("/invitations/other"));
            assertThat(browser.send(other.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_token_is_good_once_for_one_person() throws Exception {
        var admin = tenant();
        invite(admin, "once@example.com", "viewer");
        var token = mailed("once@example.com");
        var all = List.of(person(admin), person(admin), person(admin), person(admin), person(admin));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = all.stream()
                    .<Callable<Integer>>map(one -> () -> one.post("/invitations/acceptance", Map.of("token", token))
                            .status())
                    .toList();
            var statuses =
                    threads.invokeAll(tries).stream().map(it -> it.resultNow()).toList();
            assertThat(statuses).containsOnlyOnce(200);
            assertThat(statuses.stream().filter(it -> it == 422)).hasSize(4);
        }
        assertThat(admin.get("/members").expect(200).at("/items")).hasSize(1);
    }

    @Test
    void somebody_belongs_to_one_tenant() {
        var one = tenant();
        var person = person(one);
        invite(one, "first@example.com", "viewer");
        person.post("/invitations/acceptance", Map.of("token", mailed("first@example.com")))
                .expect(200);
        var other = tenant();
        invite(other, "second@example.com", "admin");
        var token = mailed("second@example.com");
        person.post("/invitations/acceptance", Map.of("token", token)).expectProblem(403, "forbidden");
        assertThat(other.get("/members").expect(200).at("/items")).isEmpty();
        // removed there, they may go elsewhere
        var actor = one.get("/members").expect(200).text("/items/0/actor");
        other.delete("/members/" + actor).expectProblem(404, "not-found");
        one.delete("/members/" + actor).expect(204);
        person.post("/invitations/acceptance", Map.of("token", token)).expect(200);
        assertThat(person.get("/tenant").expect(200).text("/id"))
                .isEqualTo(other.get("/tenant").expect(200).text("/id"));
    }

    @Test
    void what_is_withdrawn_or_expired_opens_nothing_and_leaves_no_name() {
        var admin = tenant();
        var person = person(admin);
        var withdrawn = invite(admin, "withdrawn@example.com", "viewer").text("/id");
        var token = mailed("withdrawn@example.com");
        tenant().delete("/invitations/" + withdrawn).expectProblem(404, "not-found");
        admin.delete("/invitations/" + withdrawn).expect(204);
        admin.delete("/invitations/" + withdrawn).expectProblem(404, "not-found");
        person.post("/invitations/acceptance", Map.of("token", token)).expectProblem(422, "invalid-value", "/token");
        invite(admin, "expired@example.com", "viewer");
        var late = mailed("expired@example.com");
        service.deliverAfter(Duration.ofDays(8));
        person(admin)
                .post("/invitations/acceptance", Map.of("token", late))
                .expectProblem(422, "invalid-value", "/token");
        var listed = admin.get("/invitations").expect(200);
        // both were made when the clock said the same
        assertThat(List.of(listed.text("/items/0/state"), listed.text("/items/1/state")))
                .containsExactlyInAnyOrder("withdrawn", "expired");
        assertThat(listed.body().toString()).doesNotContain("@example.com");
        assertThat(admin.get("/directory").expect(200).at("/items")).isEmpty();
    }

    @Test
    void roles_are_changed_and_members_removed_by_an_admin_and_every_change_is_written_down() {
        var admin = tenant();
        var person = person(admin);
        invite(admin, "change@example.com", "viewer");
        var actor = person.post("/invitations/acceptance", Map.of("token", mailed("change@example.com")))
                .expect(200)
                .text("/actor");
        var path = "/members/" + actor;
        var seen = admin.get(path).expect(200).etag();
        var changed = admin.put(path, Map.of("roles", List.of("admin")), seen).expect(200);
        admin.put(path, Map.of("roles", List.of("viewer")), seen).expect(412);
        admin.put(path, Map.of("roles", List.of())).expectProblem(422, "invalid-value", "/roles");
        admin.put(path, Map.of("roles", List.of("operator"))).expectProblem(422, "invalid-value", "/roles");
        assertThat(changed.text("/roles/0")).isEqualTo("admin");
        person.get("/members").expect(200);
        person.delete(path).expect(204);
        person.get("/members").expectProblem(401, "unauthorized");
        admin.get(path).expectProblem(404, "not-found");
        assertThat(admin.get("/directory/" + actor).expect(200).at("/roles"))
                .as("mail to roles reaches a removed member no more")
                .isEmpty();
        var changes = admin.get(path + "/changes").expect(200);
        assertThat(changes.at("/items")).hasSize(3);
        assertThat(changes.text("/items/0/by")).isEqualTo(actor);
        assertThat(changes.at("/items/0/to")).isEmpty();
        assertThat(changes.text("/items/1/from/0")).isEqualTo("viewer");
        assertThat(changes.text("/items/1/to/0")).isEqualTo("admin");
        assertThat(changes.text("/items/1/by")).startsWith("key:");
        assertThat(changes.at("/items/2/from")).isEmpty();
        tenant().get(path + "/changes").expectProblem(404, "not-found");
    }

    @Test
    void a_tenant_in_the_token_wins_over_a_membership() {
        var admin = tenant();
        var person = person(admin);
        invite(admin, "wins@example.com", "admin");
        person.post("/invitations/acceptance", Map.of("token", mailed("wins@example.com")))
                .expect(200);
        var other = tenant().get("/tenant").expect(200).text("/id");
        var elsewhere = as(
                admin,
                claims("person-" + people)
                        .claim("tenant", other)
                        .claim("roles", List.of("viewer"))
                        .build());
        assertThat(elsewhere.get("/tenant").expect(200).text("/id")).isEqualTo(other);
        elsewhere.get("/members").expect(403);
    }

    @Test
    void a_newcomer_reaches_nothing_but_the_acceptance() {
        var admin = tenant();
        var person = person(admin);
        for (var path : List.of("/tenant", "/units", "/members", "/invitations", "/keys", "/directory/me"))
            person.get(path).expectProblem(401, "unauthorized");
        person.post("/units", Map.of("code", "a", "name", "A")).expectProblem(401, "unauthorized");
        for (var token : List.of("", "x", "invitation_" + "0".repeat(32) + "_" + "x".repeat(43)))
            person.post("/invitations/acceptance", Map.of("token", token))
                    .expectProblem(422, "invalid-value", "/token");
        person.post("/invitations/acceptance", Map.of()).expectProblem(422, "invalid-value", "/token");
        admin.post("/invitations/acceptance", Map.of("token", "x")).expect(403);
    }

    @Test
    void an_invitation_says_who_and_for_what() {
        var admin = tenant();
        var good = Map.of("name", "A", "email", "a@example.com", "roles", List.of("viewer"));
        for (var bad : Map.of(
                        "/name", Map.of("name", "", "email", "a@example.com", "roles", List.of("viewer")),
                        "/email", Map.of("name", "A", "email", "nobody", "roles", List.of("viewer")),
                        "/roles", Map.of("name", "A", "email", "a@example.com", "roles", List.of()),
                        "/expiresAt",
                                Map.of(
                                        "name",
                                        "A",
                                        "email",
                                        "a@example.com",
                                        "roles",
                                        List.of("viewer"),
                                        "expiresAt",
                                        service.now().plus(Duration.ofDays(31)).toString()))
                .entrySet())
            admin.post("/invitations", bad.getValue()).expectProblem(422, "invalid-value", bad.getKey());
        admin.as("facilitator").post("/invitations", good).expect(403);
    }

    @Test
    void the_token_is_stored_nowhere() {
        var admin = tenant();
        invite(admin, "hidden@example.com", "viewer");
        var token = mailed("hidden@example.com");
        try (var connection = service.database().superuser().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select string_agg(i::text, ' ') || coalesce((select string_agg(l::text, ' ') from assessment.lane l), '')"
                                + " from assessment.invitation i")) {
            rows.next();
            assertThat(rows.getString(1)).doesNotContain(token.substring(44)).doesNotContain("hidden@");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(Memberships.REMEMBERED).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    private Client tenant() {
        return service.tenant("members-" + ++tenants, "01-01");
    }

    private Reply invite(Client admin, String address, String... roles) {
        return admin.post("/invitations", Map.of("name", "Invited", "email", address, "roles", List.of(roles)))
                .expect(201);
    }

    /** What the mail to that address lets in with. */
    private String mailed(String address) {
        service.deliver();
        var text = Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return Arrays.toString(mail.getAllRecipients()).contains(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .map(mail -> {
                    try {
                        return (String) mail.getContent();
                    } catch (MessagingException | IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(text).contains("https://cairn.example.org/invitations#");
        var found = TOKEN.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    /** Somebody the provider knows and Cairn does not. */
    private Client person(Client any) {
        return as(any, claims("person-" + ++people).build());
    }

    private Client as(Client any, JWTClaimsSet claims) {
        return new Client(any.address(), PROVIDER.rs256(claims));
    }

    private JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(PROVIDER.name())
                .audience("cairn")
                .subject(subject)
                .expirationTime(Date.from(service.now().plus(Duration.ofDays(100))));
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
