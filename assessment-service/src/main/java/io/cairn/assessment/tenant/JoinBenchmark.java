package io.cairn.assessment.tenant;

import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.TenantEvent.BenchmarkJoined;
import io.cairn.platform.command.Command;
import java.util.List;

/** The company agrees that its results count, without its name, in the benchmarks released from now on. */
record JoinBenchmark(TenantId tenant) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.tenant(tenant);
    }

    static List<TenantEvent> decide(TenantState state) {
        return state.registered().benchmarks() ? List.of() : List.of(new BenchmarkJoined());
    }
}
