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
 * @param login who that is to the identity provider; null for keys
 */
public record Caller(
        @Nullable TenantId tenantOrNone,
        ActorId actor,
        Set<Role> roles,
        UUID request,
        @Nullable Login login) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public Caller(@Nullable TenantId tenant, ActorId actor, Set<Role> roles, UUID request) {
        this(tenant, actor, roles, request, null);
    }

    /** Known to an identity provider, and to no tenant. */
    boolean isNewcomer() {
        return tenantOrNone == null && roles.isEmpty();
    }

    /** The caller's tenant; operators and newcomers have none, and are never let in where this is asked. */
    public TenantId tenant() {
        if (tenantOrNone == null) throw new IllegalStateException("who calls belongs to no tenant");
        return tenantOrNone;
    }

    public Origin origin() {
        return new Origin(actor, Channel.API, request, null);
    }
}
