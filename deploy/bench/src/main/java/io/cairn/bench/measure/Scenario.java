package io.cairn.bench.measure;

import io.cairn.bench.database.BenchServer;
import java.util.List;

/** A question that several peers answer, and the unit of the answer. */
public interface Scenario {
    String name();

    String unit();

    /** Gets everything ready that all rounds share. */
    Stage open(BenchServer server, Plan plan) throws Exception;

    /** The peers, ready to be measured in turn. */
    interface Stage extends AutoCloseable {
        List<Peer> peers();

        @Override
        void close() throws Exception;
    }
}
