package io.cairn.assessment.tenant;

import io.cairn.assessment.Name;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Slug;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.TenantEvent.TenantRegistered;
import io.cairn.platform.command.Command;
import java.util.List;

/** A company becomes a customer. Its id follows from the slug, so a slug is taken once. */
record RegisterTenant(TenantId tenant, Slug slug, Name name, TenantSettings settings) implements Command {
    RegisterTenant {
        if (!tenant.equals(TenantId.of(slug)))
            throw new IllegalArgumentException("a tenant's id follows from its slug");
    }

    @Override
    public StreamId stream() {
        return StreamId.tenant(tenant);
    }

    static List<TenantEvent> decide(RegisterTenant command, TenantState state) {
        return switch (state) {
            case TenantState.Unknown ignored ->
                List.of(new TenantRegistered(command.slug(), command.name().value(), command.settings()));
            case TenantState.Registered ignored -> throw taken(command);
            case TenantState.Closed ignored -> throw taken(command);
        };
    }

    private static Rejected taken(RegisterTenant command) {
        return new Rejected(
                new Rejection.AlreadyExists("tenant", command.tenant().value()));
    }
}
