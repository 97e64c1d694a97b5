package io.cairn.bench.ours;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.eventstore.CairnStorageEngine;
import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.projection.Projections;
import io.cairn.platform.command.Commands;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A small service on the platform: one aggregate, and a view if asked for. Everything but the web server is what every
 * service of Cairn runs on, and nothing here reaches behind the platform's own beans.
 */
public final class CairnService implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private CairnService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Without a view. */
    public static CairnService start(BenchDatabase database, String... settings) {
        return start(database, List.of(ServiceConfiguration.class), settings);
    }

    /** With {@link AnsweredView}, which begins where its token stands. */
    public static CairnService startWithView(BenchDatabase database, String... settings) {
        return start(database, List.of(ServiceConfiguration.class, ViewConfiguration.class), settings);
    }

    private static CairnService start(BenchDatabase database, List<Class<?>> configuration, String... settings) {
        var all = new ArrayList<>(List.of(
                "--cairn.database.url=" + database.url(),
                "--cairn.database.app.username=app",
                "--cairn.database.app.password=app",
                "--cairn.database.appender.username=appender",
                "--cairn.database.appender.password=appender",
                "--cairn.database.projector.username=projector",
                "--cairn.database.projector.password=projector"));
        all.addAll(List.of(settings));
        return new CairnService(new SpringApplicationBuilder(configuration.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(all.toArray(String[]::new)));
    }

    public CairnStorageEngine engine() {
        return context.getBean(CairnStorageEngine.class);
    }

    public Commands commands() {
        return context.getBean(Commands.class);
    }

    public StreamReader reader() {
        return context.getBean(StreamReader.class);
    }

    public Projections projections() {
        return context.getBean(Projections.class);
    }

    /** When the projections began, by {@link System#nanoTime}. */
    public long projectionsBegan() {
        return context.getBean(BeganAt.class).nanos();
    }

    /** The connections that views are written through. */
    public DataSource projector() {
        return context.getBean("projectorDataSource", DataSource.class);
    }

    /** The connections that streams are read through. */
    public DataSource app() {
        return context.getBean("appDataSource", DataSource.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
