package io.cairn.bench.reports;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.http.Wire;
import io.cairn.eventstore.projection.Projections;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.ApiKeys;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.ReportingService;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The reporting service as it runs by itself, but in this process, so that its SQL can be heard. */
final class RunningReports implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofHours(4);

    private final ConfigurableApplicationContext context;
    private final Ears ears;

    private RunningReports(ConfigurableApplicationContext context, Ears ears) {
        this.context = context;
        this.ears = ears;
    }

    static RunningReports start(BenchDatabase database) {
        var ears = new Ears();
        var context = new SpringApplicationBuilder(ReportingService.class)
                .initializers(fresh -> fresh.getBeanFactory().addBeanPostProcessor(ears))
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--cairn.database.url=" + database.url(),
                        "--cairn.database.app.password=app",
                        "--cairn.database.projector.password=projector");
        return new RunningReports(context, ears);
    }

    /** Until every view has seen it. */
    void await(long position) {
        var projections = context.getBean(Projections.class);
        var names =
                projections.status().stream().map(it -> it.name()).distinct().toList();
        if (!projections.await(names, position, LONGEST))
            throw new IllegalStateException("the views have not caught up");
    }

    /** Callers on a connection of their own. */
    Wire client(TenantId tenant) {
        var key = context.getBean(ApiKeys.class)
                .create(tenant, "bench", Role.ADMIN, null)
                .key();
        return new Wire(Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")), key);
    }

    Heard database() {
        var heard = ears.heard;
        if (heard == null) throw new IllegalStateException("the service has no connections");
        return heard;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Puts itself between the service and its connections. */
    private static final class Ears implements BeanPostProcessor {
        private volatile @org.jspecify.annotations.Nullable Heard heard;

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!name.equals("appDataSource")) return bean;
            var found = new Heard((javax.sql.DataSource) bean);
            heard = found;
            return found;
        }
    }
}
