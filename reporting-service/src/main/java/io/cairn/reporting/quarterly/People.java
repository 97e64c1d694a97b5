package io.cairn.reporting.quarterly;

import io.cairn.language.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names of actors as the directory knows them today; who is not in it, or no longer, stays an opaque id. */
record People(Map<String, String> names) {
    static People of(JdbcClient jdbc, TenantId tenant, Collection<String> actors) {
        if (actors.isEmpty()) return new People(Map.of());
        var names = new HashMap<String, String>();
        jdbc.sql("select actor, name from platform.person where tenant_id = :tenant and actor = any(:actors)")
                .param("tenant", tenant.value())
                .param("actors", actors.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("actor"), row.getString("name"));
                });
        return new People(names);
    }

    String name(@Nullable String actor) {
        return actor == null ? "" : names.getOrDefault(actor, actor);
    }
}
