package io.cairn.assessment.directory;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Of which kinds somebody wants to hear, and how. Who says nothing hears of all in every way there is. */
@Component
public final class Preferences {
    private final TenantDatabase database;

    Preferences(TenantDatabase database) {
        this.database = database;
    }

    /** The ways that are open for a kind. */
    public record Ways(boolean feed, boolean email) {
        public static final Ways ALL = new Ways(true, true);
    }

    /** By the words of kinds; those of which nothing was said are missing. */
    public Map<String, Ways> of(TenantId tenant, ActorId actor) {
        return database.read(
                tenant,
                jdbc -> jdbc
                        .sql("select kind, feed, email from platform.preference where actor = ?")
                        .params(actor.value())
                        .query((row, number) -> Map.entry(
                                row.getString("kind"), new Ways(row.getBoolean("feed"), row.getBoolean("email"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Instead of any before. */
    public void put(TenantId tenant, ActorId actor, Map<String, Ways> ways) {
        database.write(tenant, jdbc -> {
            jdbc.sql("delete from platform.preference where actor = ?")
                    .params(actor.value())
                    .update();
            ways.forEach((kind, way) -> jdbc.sql("""
                            insert into platform.preference (tenant_id, actor, kind, feed, email) values (?, ?, ?, ?, ?)""")
                    .params(List.of(tenant.value(), actor.value(), kind, way.feed(), way.email()))
                    .update());
            return true;
        });
    }
}
