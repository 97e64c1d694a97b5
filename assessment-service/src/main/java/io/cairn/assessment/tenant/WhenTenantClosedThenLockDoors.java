package io.cairn.assessment.tenant;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Policy;
import io.cairn.language.event.Event;
import io.cairn.language.event.TenantEvent.TenantClosed;
import io.cairn.platform.identity.ClosedTenants;

/** Whose tenant is closed is not let in any more, whatever became of the request that closed it. */
final class WhenTenantClosedThenLockDoors implements Policy {
    private final ClosedTenants closed;

    WhenTenantClosedThenLockDoors(ClosedTenants closed) {
        this.closed = closed;
    }

    @Override
    public String name() {
        return "when-tenant-closed-then-lock-doors";
    }

    @Override
    public boolean concerns(Event event) {
        return event instanceof TenantClosed;
    }

    @Override
    public void when(StoredEvent event) {
        closed.close(event.tenant());
    }
}
