package io.cairn.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.platform.identity.Role;
import io.cairn.platform.testing.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nobody waits for a database that is not there: whoever stops a service may have stopped its database before. */
class StopTest {
    /** Far less than the time a connection is waited for. */
    private static final Duration MOMENTS = Duration.ofSeconds(8);

    private final TestDatabase database = TestDatabase.fresh("eventstore", "platform");
    private final Service service = Service.on(database, Duration.ofSeconds(20));

    @BeforeEach
    void work() {
        var admin = service.client(Service.newTenant(), Role.ADMIN);
        admin.post("/api/v1/samples", "{\"code\":\"a\",\"name\":\"A\"}");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_service_stops_in_moments_when_its_database_is_away() {
        database.close();
        var projector =
                service.bean("projectorDataSource", HikariDataSource.class).getHikariPoolMXBean();
        while (projector.getThreadsAwaitingConnection() < 2) Thread.onSpinWait();
        stopsInMoments("away");
    }

    @Test
    void a_service_stops_in_moments_when_its_database_answers_no_more() throws IOException, InterruptedException {
        var backends = new JdbcTemplate(database.superuser())
                .queryForList(
                        "select pid from pg_stat_activity where datname = current_database()"
                                + " and pid <> pg_backend_pid() and usename in ('app', 'appender', 'projector')",
                        Long.class);
        signal("STOP", backends);
        try {
            stopsInMoments("frozen");
        } finally {
            signal("CONT", backends);
        }
    }

    private void stopsInMoments(String database) {
        var start = System.nanoTime();
        service.close();
        var took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("with the database %s the service stopped after %d ms%n", database, took.toMillis());
        assertThat(took).isLessThan(MOMENTS);
    }

    private static void signal(String signal, List<Long> processes) throws IOException, InterruptedException {
        for (var process : processes)
            new ProcessBuilder("kill", "-" + signal, process.toString()).start().waitFor();
    }
}
