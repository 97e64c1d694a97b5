package io.cairn.bench.reports;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.http.Wire;
import io.cairn.bench.measure.Peer;
import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.PostgresEventAppender;
import io.cairn.eventstore.json.EventJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The reports of many companies over HTTP, each beside the SQL that it runs. */
public final class Reports implements AutoCloseable {
    private final Companies companies;
    private final RunningReports service;
    private final Map<Integer, Wire> wires = new HashMap<>();

    private Reports(Companies companies, RunningReports service) {
        this.companies = companies;
        this.service = service;
    }

    /** Fills the store, which must be empty, and has every view made. */
    public static Reports open(BenchDatabase database, Companies companies, Consumer<String> progress) {
        var began = System.nanoTime();
        var events = fill(database, companies);
        progress.accept("%,d companies, %,d units, %,d events stored in %d s"
                .formatted(companies.number(), companies.allUnits(), events, seconds(began)));
        began = System.nanoTime();
        var service = RunningReports.start(database);
        service.await(events);
        progress.accept("all views made in %d s".formatted(seconds(began)));
        return new Reports(companies, service);
    }

    private static long fill(BenchDatabase database, Companies companies) {
        try (var connections = database.as("appender", 2);
                var appender = new PostgresEventAppender(
                        connections,
                        EventJson.standard(),
                        Clock.systemUTC(),
                        new AppendSignal(),
                        new SimpleMeterRegistry(),
                        PostgresEventAppender.Settings.STANDARD)) {
            return companies.fill(appender);
        }
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }

    /**
     * Each report, and its SQL.
     *
     * @param app connections of the role that reports read as
     * @param least how often each is asked for in a turn
     */
    public List<Peer> peers(javax.sql.DataSource app, int least) {
        var peers = new ArrayList<Peer>();
        for (var report : Request.reports()) {
            var requests = Request.of(report, companies, least);
            var heard = new ArrayList<List<Heard.Asked>>();
            for (var request : requests) {
                ask(request); // so that who asks is known, and not asked for again
                heard.add(service.database().during(() -> ask(request)));
            }
            var bare = new BareSql(app, heard);
            peers.add(new Latencies(report, least, number -> ask(requests.get(number % requests.size()))));
            peers.add(new Latencies(report + "-sql", least, bare::run));
        }
        return peers;
    }

    private void ask(Request request) {
        var wire = wires.computeIfAbsent(request.company(), company -> service.client(companies.tenant(company)));
        try {
            wire.send("GET", request.path(), "", "").orFail(request.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var wire : wires.values()) wire.close();
        service.close();
    }
}
