package io.cairn.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.platform.identity.Role;
import io.cairn.platform.testing.Service;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
        var admin = service.client(Service.newTenant(), Role.ADMIN);
        admin.post("/api/v1/samples", "{\"code\":\"a\",\"name\":\"A\"}");
        var position = admin.post("/api/v1/samples/a/name", "{\"name\":\"stuck\"}", Map.of("If-Match", "*"))
                .header("X-Event-Position");
        assertThat(admin.get("/api/v1/samples/viewed?min-position=" + position).status())
                .isEqualTo(503);
        var ready = service.inside().get("/actuator/health/readiness");
        assertThat(ready.status()).as(ready.toString()).isEqualTo(503);
        assertThat(ready.json()
                        .at("/components/projections/details/sample-v1/failure")
                        .asString())
                .contains("the view is stuck");
        assertThat(service.inside().get("/actuator/health/liveness").status()).isEqualTo(200);
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
    void without_a_connection_a_request_is_told_to_come_again() throws SQLException {
        var admin = service.client(Service.newTenant(), Role.ADMIN);
        var pool = service.bean("appDataSource", HikariDataSource.class);
        for (var taken = 0; taken < pool.getMaximumPoolSize(); taken++) pool.getConnection();
        var reply = admin.get("/api/v1/samples/whoami");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(503);
        assertThat(reply.problem()).isEqualTo("temporarily-unavailable");
    }
}
