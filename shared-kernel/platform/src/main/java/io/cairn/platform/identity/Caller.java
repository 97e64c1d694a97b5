package io.cairn.platform.identity;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the token says and nothing else. A controller method takes one as an argument.
 *
 * @param request identifies the request; the correlation of everything it causes
 */
public record Caller(@Nullable TenantId tenantOrNone, ActorId actor, Set<Role> roles, UUID request) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The caller's tenant; only an operator has none, and is never let in where this is asked. */
    public TenantId tenant() {
        if (tenantOrNone == null) throw new IllegalStateException("an operator belongs to no tenant");
        return tenantOrNone;
    }

    public Origin origin() {
        return new Origin(actor, Channel.API, request, null);
    }
}
