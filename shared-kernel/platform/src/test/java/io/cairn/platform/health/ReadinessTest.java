package io.cairn.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.platform.identity.Role;
import io.cairn.platform.testing.Reply;
import io.cairn.platform.testing.Service;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ReadinessTest {
    private final TestDatabase database = TestDatabase.fresh("eventstore", "platform");
    private final Service service = Service.on(database);

    @AfterEach
    void stop() {
        service.close();
        database.close();
    }

    @Test
    void a_view_that_stands_still_takes_the_service_out_and_says_why() {
        new JdbcTemplate(database.superuser()).execute("revoke update on platform.projection from projector");
        var admin = service.client(Service.newTenant(), Role.ADMIN);
        var position =
                admin.post("/api/v1/samples", "{\"code\":\"a\",\"name\":\"A\"}").header("X-Event-Position");
        while (service.inside().get("/actuator/health/readiness").status() == 200)
            admin.get("/api/v1/samples/viewed?min-position=" + position);
        var ready = service.inside().get("/actuator/health/readiness");
        assertThat(ready.status()).as(ready.toString()).isEqualTo(503);
        assertThat(ready.json()
                        .at("/components/projections/details/sample-v1/failure")
                        .asString())
                .contains("permission denied");
        assertThat(service.inside().get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void an_event_set_aside_is_shown_and_takes_nothing_out() {
        var admin = service.client(Service.newTenant(), Role.ADMIN);
        admin.post("/api/v1/samples", "{\"code\":\"a\",\"name\":\"A\"}");
        var position = admin.post("/api/v1/samples/a/name", "{\"name\":\"stuck\"}", Map.of("If-Match", "*"))
                .header("X-Event-Position");
        assertThat(admin.get("/api/v1/samples/viewed?min-position=" + position).status())
                .isEqualTo(200);
        Reply ready;
        do ready = service.inside().get("/actuator/health/readiness");
        while (!ready.text().contains("deadLetters"));
        assertThat(ready.status()).as(ready.toString()).isEqualTo(200);
        assertThat(ready.json()
                        .at("/components/projections/details/sample-v1/deadLetters")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_role_that_does_not_reach_the_database_takes_the_service_out() {
        service.bean("appenderDataSource", HikariDataSource.class).close();
        var ready = service.inside().get("/actuator/health/readiness");
        assertThat(ready.status()).as(ready.toString()).isEqualTo(503);
        assertThat(ready.json()
                        .at("/components/databases/details/cairn-appender")
                        .asString())
                .isEqualTo("DOWN");
    }

    @Test
    void a_server_that_takes_no_writes_takes_the_service_out_until_there_is_one_that_does() {
        var admin = service.client(Service.newTenant(), Role.ADMIN);
        var superuser = new JdbcTemplate(database.superuser());
        var name = superuser.queryForObject("select current_database()", String.class);
        superuser.execute("alter role appender in database " + name + " set default_transaction_read_only = on");
        superuser.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where usename = 'appender' and datname = current_database()");
        while (service.inside().get("/actuator/health/readiness").status() == 200) Thread.onSpinWait();
        superuser.execute("alter role appender in database " + name + " reset default_transaction_read_only");
        // its connections are still those that were made to a server without writes
        var reply = admin.post("/api/v1/samples", "{\"code\":\"a\",\"name\":\"A\"}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(service.inside().get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void without_a_connection_a_request_is_told_to_come_again() throws SQLException {
        var admin = service.client(Service.newTenant(), Role.ADMIN);
        var pool = service.bean("appDataSource", HikariDataSource.class);
        for (var taken = 0; taken < pool.getMaximumPoolSize(); taken++) pool.getConnection();
        var reply = admin.get("/api/v1/samples/whoami");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(503);
        assertThat(reply.problem()).isEqualTo("temporarily-unavailable");
    }
}
