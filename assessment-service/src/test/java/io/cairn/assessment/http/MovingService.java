package io.cairn.assessment.http;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.cairn.assessment.AssessmentService;
import io.cairn.assessment.delivery.Courier;
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

/** The whole service on a database of its own, whose clock stands still until it is moved. */
final class MovingService implements AutoCloseable {
    private static final String OPERATOR_KEY = "operator-key-of-the-tests-0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MovableClock clock;
    private final TestDatabase database = TestDatabase.fresh("eventstore", "platform", "assessment");
    private final ConfigurableApplicationContext running;

    /** @param settings as in {@code --cairn.notices.news=1h} */
    MovingService(Instant now, String... settings) {
        var arguments = new ArrayList<>(List.of(settings));
        clock = new MovableClock(now);
        running = new SpringApplicationBuilder(AssessmentService.class)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("clock", Clock.class, () -> clock))
                .run(with(arguments));
    }

    private String[] with(List<String> settings) {
        settings.addAll(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--cairn.schedule.enabled=false",
                "--cairn.deliveries.enabled=false",
                "--cairn.security.operator-key=" + OPERATOR_KEY,
                "--cairn.database.url=" + database.url(),
                "--cairn.database.app.password=app",
                "--cairn.database.appender.password=appender",
                "--cairn.database.projector.password=projector"));
        return settings.toArray(String[]::new);
    }

    TestDatabase database() {
        return database;
    }

    Instant now() {
        return clock.instant();
    }

    /** Time passes, and this node delivers what is due then. */
    void deliverAfter(Duration time) {
        clock.advance(time);
        deliver();
    }

    /** What was told is delivered, as far as it is due now. */
    void deliver() {
        settle();
        bean(Courier.class).round();
    }

    /** The admin of a tenant with quarters from this day on. */
    Client tenant(String slug, String fiscalYearStart) {
        return tenant(slug, fiscalYearStart, "automatic");
    }

    /** With this policy for stages. */
    Client tenant(String slug, String fiscalYearStart, String transitionPolicy) {
        var registration = Map.of(
                "slug",
                slug,
                "name",
                slug,
                "fiscalYearStart",
                fiscalYearStart,
                "cadence",
                "quarterly",
                "transitionPolicy",
                transitionPolicy);
        var server = ((ServletWebServerApplicationContext) running).getWebServer();
        var address = "http://localhost:" + (server == null ? 0 : server.getPort()) + "/api/v1";
        var registered = new Client(address, OPERATOR_KEY).post("/tenants", registration);
        return new Client(address, registered.expect(201).text("/adminKey"));
    }

    <T> T bean(Class<T> type) {
        return running.getBean(type);
    }

    /** Moves the clock there, does what is due then, and waits for all that follows from it. */
    void on(String instant) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
        node().runAnyDueExecutions();
        settle();
    }

    /** A node that does what is due when it is told to. */
    ManualScheduler node() {
        var now = new SettableClock();
        now.set(clock.instant());
        return TestHelper.createManualScheduler(
                        database.app(), List.of(bean(TenantTask.class).task()))
                .clock(now)
                .tableName(ScheduleTable.NAME)
                .build();
    }

    /** Until the policies have nothing more to do and the views have seen it all. */
    void settle() {
        var projections = bean(Projections.class);
        var source = bean(EventSource.class);
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
