package io.cairn.assessment.cycle.closing;

import io.cairn.assessment.cycle.CycleState;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantId;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.CycleEvent.CycleClosed;
import io.cairn.platform.command.Command;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The round is over: no more assessments are opened for it and nobody is reminded. Assessments under way are left as
 * they are, and can be finalized late; those never finalized show as skipped.
 */
public record CloseCycle(
        TenantId tenant, UUID cycle, @Nullable FreeText reason) implements Command {
    @Override
    public StreamId stream() {
        return new StreamId(tenant, StreamType.CYCLE, cycle);
    }

    public static List<CycleEvent> decide(CloseCycle command, CycleState state) {
        if (state.known().closed()) throw new Rejected(new Rejection.CycleIsClosed());
        return List.of(new CycleClosed(command.reason()));
    }
}
