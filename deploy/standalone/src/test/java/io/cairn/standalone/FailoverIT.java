package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cairn.eventstore.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both services on a server with a synchronous follower, under load, and the server is killed. Long form only. */
class FailoverIT {
    private static final int TENANTS = 4;
    private static final int CLIENTS = 32;

    @TempDir
    private Path directory;

    private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void the_leader_is_killed_and_the_services_go_on_by_themselves_with_all_that_was_acknowledged() throws Exception {
        assumeTrue(Boolean.getBoolean("cairn.long"), "-Dcairn.long=true");
        var leader = PostgresServer.create(directory.resolve("leader"), Map.of("wal_keep_size", "512MB"));
        try (var follower = leader.follower(directory.resolve("follower"), "follower", Map.of());
                var services = TwoServices.start(PostgresServer.url(leader, follower), directory)) {
            leader.confirmWith("follower");
            var keys = new ArrayList<String>();
            for (var i = 0; i < TENANTS; i++) keys.add(services.register("tenant-" + i));
            var stop = new AtomicBoolean();
            var clients = load(services, keys, stop);
            TwoServices.until("there is load", () -> count.get() > 2_000);

            var before = count.get();
            var killed = System.nanoTime();
            leader.kill();
            follower.promote();
            var promoted = System.nanoTime();
            TwoServices.until("commands are done again", () -> count.get() > before + 20);
            var back = System.nanoTime();
            TwoServices.until(
                    "both are ready",
                    () -> services.assessment().isReady()
                            && services.reporting().isReady());
            var ready = System.nanoTime();
            var goal = count.get() + 1_000;
            TwoServices.until("load goes on", () -> count.get() > goal);
            stop.set(true);
            for (var client : clients) client.join();

            for (var key : keys) {
                var last = services.addUnit(key, "last");
                TwoServices.done(services.assessment().get(key, "/units?min-position=" + last.position()));
                var missing = new ArrayList<>(acknowledged.get(key));
                missing.removeAll(services.units(key));
                assertThat(missing).as("acknowledged and lost").isEmpty();
            }
            var views = services.rebuildAll();
            System.out.printf(
                    "%d commands acknowledged by %d clients, %d refused meanwhile, none lost; promoted %d ms after the kill,"
                            + " commands done again after %d ms, both services ready after %d ms; %d views as their rebuilds%n",
                    count.get(),
                    CLIENTS,
                    refused.get(),
                    millis(killed, promoted),
                    millis(killed, back),
                    millis(killed, ready),
                    views);
        }
    }

    private List<Thread> load(TwoServices services, List<String> keys, AtomicBoolean stop) {
        var clients = new ArrayList<Thread>();
        for (var client = 0; client < CLIENTS; client++) {
            var key = keys.get(client % TENANTS);
            var name = "client-" + client + "-";
            var done = acknowledged.computeIfAbsent(key, it -> ConcurrentHashMap.newKeySet());
            clients.add(Thread.ofVirtual().start(() -> {
                for (var i = 0; !stop.get(); i++) add(services, key, name + i, done);
            }));
        }
        return clients;
    }

    private void add(TwoServices services, String key, String code, Set<String> done) {
        try {
            var answer = services.addUnit(key, code);
            if (answer.status() != 201) {
                refused.incrementAndGet();
                Thread.sleep(20); // as a client does that is told to come again
                return;
            }
            done.add(code);
            count.incrementAndGet();
        } catch (IOException | InterruptedException e) {
            refused.incrementAndGet(); // nobody knows what came of it
        }
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
