package io.cairn.assessment.tenant;

import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.TenantEvent.BenchmarkLeft;
import io.cairn.platform.command.Command;
import java.util.List;

/** The company takes its agreement back. It counts from the next release on: those before are frozen. */
record LeaveBenchmark(TenantId tenant) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.tenant(tenant);
    }

    static List<TenantEvent> decide(TenantState state) {
        return state.registered().benchmarks() ? List.of(new BenchmarkLeft()) : List.of();
    }
}
