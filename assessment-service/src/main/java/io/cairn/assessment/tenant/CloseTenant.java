package io.cairn.assessment.tenant;

import io.cairn.language.FreeText;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.TenantEvent.TenantClosed;
import io.cairn.platform.command.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The company leaves the platform. Its slug is not given to another. */
record CloseTenant(TenantId tenant, @Nullable FreeText reason) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.tenant(tenant);
    }

    /** A tenant that is closed stays closed. */
    static List<TenantEvent> decide(CloseTenant command, TenantState state) {
        if (state instanceof TenantState.Closed) return List.of();
        state.registered();
        return List.of(new TenantClosed(command.reason()));
    }
}
