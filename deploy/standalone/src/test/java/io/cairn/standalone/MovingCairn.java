package io.cairn.standalone;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.projection.Projections;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.platform.database.ScheduleTable;
import io.cairn.platform.schedule.TenantTask;
import io.cairn.platform.testing.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Both services in one process, on a database of their own, whose clock stands still until it is moved. */
final class MovingCairn implements AutoCloseable {
    private static final String OPERATOR_KEY = "operator-key-of-the-tests-0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MovableClock clock;
    private final TestDatabase database = TestDatabase.fresh("eventstore", "platform", "assessment", "reporting");
    private final ConfigurableApplicationContext running;

    MovingCairn(Instant now) {
        clock = new MovableClock(now);
        running = new SpringApplicationBuilder(StandaloneConfiguration.class)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("clock", Clock.class, () -> clock))
                .run(
                        "--spring.config.name=standalone",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--cairn.schedule.enabled=false",
                        "--cairn.security.operator-key=" + OPERATOR_KEY,
                        "--cairn.database.url=" + database.url(),
                        "--cairn.database.app.username=app",
                        "--cairn.database.app.password=app",
                        "--cairn.database.appender.username=appender",
                        "--cairn.database.appender.password=appender",
                        "--cairn.database.projector.username=projector",
                        "--cairn.database.projector.password=projector");
    }

    /** The admin of a new company. */
    Person register(Map<String, Object> company) {
        var server = ((ServletWebServerApplicationContext) running).getWebServer();
        var address = "http://localhost:" + (server == null ? 0 : server.getPort()) + "/api/v1";
        var registered = new Person(address, OPERATOR_KEY, "operator")
                .post("/tenants", company)
                .expect(201);
        return new Person(address, registered.text("/adminKey"), "admin");
    }

    Instant now() {
        return clock.instant();
    }

    /** Moves the clock there, does what is due then, and waits for all that follows from it. */
    void on(String instant) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
        var then = new SettableClock();
        then.set(clock.instant());
        var tasks = new ArrayList<>(running.getBeansOfType(TenantTask.class).values().stream()
                .map(TenantTask::task)
                .toList());
        TestHelper.createManualScheduler(database.app(), List.copyOf(tasks))
                .clock(then)
                .tableName(ScheduleTable.NAME)
                .build()
                .runAnyDueExecutions();
        settle();
    }

    /** Until the policies have nothing more to do and the views have seen it all. */
    void settle() {
        var projections = running.getBean(Projections.class);
        var source = running.getBean(EventSource.class);
        for (var head = -1L; head != source.head(); ) {
            head = source.head();
            if (!projections.await(List.copyOf(projections.names()), head, PATIENCE))
                throw new IllegalStateException("the views are behind");
        }
    }

    @Override
    public void close() {
        running.close();
        database.close();
    }
}
