package io.cairn.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ActorId;
import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import io.cairn.platform.testing.Service;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccessLogTest {
    private final Client admin = Service.admin();

    private static List<String> told(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json()
                .path("items")
                .valueStream()
                .map(it -> it.path("kind").asString() + " " + it.path("detail").asString())
                .toList();
    }

    private Client colleague(String role) {
        var made = admin.post("/api/v1/keys", "{\"name\":\"x\",\"role\":\"" + role + "\"}");
        return admin.as(made.json().path("key").asString());
    }

    @Test
    void a_tenant_reads_who_came_what_was_denied_and_what_became_of_its_keys() {
        var made = admin.post("/api/v1/keys", "{\"name\":\"robot\",\"role\":\"viewer\"}")
                .json();
        var robot = admin.as(made.path("key").asString());
        for (var i = 0; i < 7; i++) robot.get("/api/v1/keys");
        admin.delete("/api/v1/keys/" + made.path("id").asString());

        var log = admin.get("/api/v1/audit/access");
        assertThat(told(log))
                .contains(
                        "signed-in admin",
                        "signed-in viewer",
                        "denied GET /api/v1/keys",
                        "key-made key:" + made.path("id").asString() + " viewer",
                        "key-revoked key:" + made.path("id").asString());
        var denied = admin.get("/api/v1/audit/access?kind=denied").json().path("items");
        assertThat(denied.valueStream().mapToInt(it -> it.path("times").asInt()).sum())
                .isEqualTo(7);
        assertThat(denied.get(0).path("actor").asString())
                .isEqualTo("key:" + made.path("id").asString());
        assertThat(denied.get(0).path("address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void the_same_key_from_the_same_address_signs_in_once_an_hour() {
        for (var i = 0; i < 20; i++) admin.get("/api/v1/samples/whoami");
        assertThat(told(admin.get("/api/v1/audit/access?kind=signed-in"))).containsExactly("signed-in admin");
    }

    @Test
    void it_is_read_by_admins_and_auditors_of_the_tenant_and_by_nobody_else() {
        assertThat(colleague("auditor").get("/api/v1/audit/access").status()).isEqualTo(200);
        assertThat(colleague("viewer").get("/api/v1/audit/access").status()).isEqualTo(403);
        assertThat(Service.operator().get("/api/v1/audit/access").status()).isEqualTo(403);
        assertThat(admin.get("/api/v1/operator/access").status()).isEqualTo(403);
        assertThat(told(Service.admin().get("/api/v1/audit/access"))).containsExactly("signed-in admin");
    }

    @Test
    void who_was_turned_away_unknown_and_what_the_operator_changed_is_the_operators_to_read() {
        admin.as(null).get("/api/v1/keys");
        admin.as("nobody-of-the-access-log").get("/api/v1/keys");
        Service.operator().post("/api/v1/samples/counted", "{}");
        assertThat(told(Service.operator().get("/api/v1/operator/access?limit=200")))
                .contains(
                        "refused no token", "refused The token is not valid.", "operated POST /api/v1/samples/counted");
        assertThat(Service.operator().get("/api/v1/operator/access?cursor=x").pointers())
                .containsExactly("?cursor");
    }

    @Test
    void it_comes_in_pages_the_latest_first() {
        var robot = colleague("viewer");
        for (var path : List.of("/api/v1/keys", "/api/v1/samples/others", "/api/v1/operator/projections")) {
            robot.get(path);
            admin.get("/api/v1/audit/access"); // each is written by itself
        }
        var first = admin.get("/api/v1/audit/access?kind=denied&limit=2");
        assertThat(told(first))
                .containsExactly("denied GET /api/v1/operator/projections", "denied GET /api/v1/samples/others");
        var cursor = first.json().path("next").asString();
        assertThat(told(admin.get("/api/v1/audit/access?kind=denied&limit=2&cursor=" + cursor)))
                .containsExactly("denied GET /api/v1/keys");
        assertThat(Service.admin()
                        .get("/api/v1/audit/access?kind=denied&cursor=" + cursor)
                        .status())
                .isEqualTo(400);
        assertThat(admin.get("/api/v1/audit/access?cursor=" + cursor).status())
                .as("another list")
                .isEqualTo(400);
        assertThat(admin.get("/api/v1/audit/access?kind=all").pointers()).containsExactly("?kind");
    }

    @Test
    void no_key_and_no_token_stands_in_the_table_or_in_any_log() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        root.addAppender(heard);
        ((Logger) LoggerFactory.getLogger("io.cairn.access")).setLevel(Level.INFO);
        var made = admin.post("/api/v1/keys", "{\"name\":\"secretive\",\"role\":\"viewer\"}")
                .json();
        var key = made.path("key").asString();
        var token = Service.ISSUER.raw(
                "{\"alg\":\"RS256\",\"kid\":\"rsa\"}", "{\"iss\":\"x\",\"sub\":\"sub-of-a-secret\"}");
        var guess = "operator-guess-0123456789";
        for (var bearer : List.of(key, token, guess, key.substring(0, 60) + "x".repeat(21)))
            for (var path :
                    List.of("/api/v1/keys", "/api/v1/samples/whoami", "/api/v1/samples/platform", "/api/v1/no/such"))
                admin.as(bearer).get(path);
        admin.as(key).post("/api/v1/samples/counted", "{\"fault\":true}");
        Service.operator().post("/api/v1/samples/counted", "{\"fault\":true}");
        admin.get("/api/v1/audit/access");
        root.detachAppender(heard);
        ((Logger) LoggerFactory.getLogger("io.cairn.access")).setLevel(null);

        var rows = JdbcClient.create(Service.DATABASE.superuser())
                .sql("select access::text from platform.access access")
                .query(String.class)
                .list();
        var lines = heard.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
        assertThat(rows).isNotEmpty();
        assertThat(lines).contains("kind=DENIED", "kind=KEY_MADE");
        for (var secret : List.of(key, key.substring(40), token, token.substring(40, 80), guess, Service.OPERATOR_KEY))
            assertThat(rows + lines).doesNotContain(secret);
    }

    @Test
    void entries_are_added_and_never_changed_and_fresh_ones_never_deleted() {
        admin.get("/api/v1/keys");
        admin.get("/api/v1/audit/access");
        var database = new TenantDatabase(Service.DATABASE.app());
        var tenant = new io.cairn.language.TenantId(java.util.UUID.fromString(
                admin.get("/api/v1/samples/whoami").json().path("tenant").asString()));
        assertThatThrownBy(() -> database.change(tenant, "update platform.access set detail = 'nothing'"))
                .rootCause()
                .hasMessageContaining("permission denied");
        JdbcClient.create(Service.DATABASE.superuser())
                .sql("update platform.access set last_at = now() where tenant_id = ?")
                .param(tenant.value())
                .update();
        assertThat(database.change(tenant, "delete from platform.access")).isZero();
        JdbcClient.create(Service.DATABASE.superuser())
                .sql("update platform.access set last_at = now() - interval '31 days' where tenant_id = ?")
                .param(tenant.value())
                .update();
        assertThat(database.change(tenant, "delete from platform.access")).isPositive();
    }

    @Test
    void what_waits_is_bounded_and_written_when_the_process_ends() {
        var tenant = Service.newTenant();
        var log = new AccessLog(
                new TenantDatabase(Service.DATABASE.app()),
                new AccessProperties(Duration.ofDays(400), Duration.ofHours(1)),
                Service.clock());
        for (var i = 0; i < 2 * AccessLog.MOST; i++)
            log.note(AccessKind.DENIED, tenant, new ActorId("user:1"), "192.0.2.1", "operation " + i);
        for (var i = 0; i < 100; i++)
            log.note(AccessKind.DENIED, tenant, new ActorId("user:1"), "192.0.2.1", "operation 0");
        log.close();
        var rows = JdbcClient.create(Service.DATABASE.superuser())
                .sql("select count(*) || ' rows, ' || max(times) || ' times' from platform.access where tenant_id = ?")
                .param(tenant.value())
                .query(String.class)
                .single();
        assertThat(rows).isEqualTo("2000 rows, 101 times");
    }

    @Test
    void fresh_entries_cannot_be_set_to_be_forgotten() {
        assertThatThrownBy(() -> new AccessProperties(Duration.ofDays(29), Duration.ofSeconds(5)))
                .hasMessageContaining("30 days");
    }
}
