package io.cairn.bench.scenario;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.database.BenchServer;
import io.cairn.bench.measure.Peer;
import io.cairn.bench.measure.Scenario;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A stage that is put together piece by piece, on a database of its own, and taken down in the opposite order. */
final class Opened implements Scenario.Stage {
    private final Deque<AutoCloseable> pieces = new ArrayDeque<>();
    private final List<Peer> peers = new ArrayList<>();

    /** What it takes to put one together. */
    @FunctionalInterface
    interface Assembly {
        void on(Opened stage) throws Exception;
    }

    private Opened() {}

    /** Half a stage is taken down at once. */
    static Opened with(Assembly assembly) throws Exception {
        var stage = new Opened();
        try {
            assembly.on(stage);
            return stage;
        } catch (Exception e) {
            try {
                stage.close();
            } catch (Exception closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    /** A database that is dropped at the end. */
    BenchDatabase database(BenchServer server, String name) throws SQLException {
        pieces.push(() -> server.drop(name));
        return server.database(name);
    }

    <T extends AutoCloseable> T closing(T piece) {
        pieces.push(piece);
        return piece;
    }

    /** A peer that is closed at the end if it can be. */
    void add(Peer peer) {
        if (peer instanceof AutoCloseable closeable) pieces.push(closeable);
        peers.add(peer);
    }

    /** A peer whose every turn begins in a database without events. */
    void addOnEmpty(BenchDatabase database, Peer peer) {
        if (peer instanceof AutoCloseable closeable) pieces.push(closeable);
        peers.add(new OnEmpty(database, peer));
    }

    @Override
    public List<Peer> peers() {
        return List.copyOf(peers);
    }

    @Override
    public void close() throws Exception {
        while (!pieces.isEmpty()) pieces.pop().close();
    }

    private record OnEmpty(BenchDatabase database, Peer peer) implements Peer {
        @Override
        public String name() {
            return peer.name();
        }

        @Override
        public void prepare() throws Exception {
            database.empty();
            peer.prepare();
        }

        @Override
        public Map<String, Double> measure(Duration time) throws Exception {
            return peer.measure(time);
        }
    }
}
