package io.cairn.reporting.known;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published versions of a tenant's own models. */
final class OwnModels {
    private OwnModels() {}

    static List<ModelFacts> versions(JdbcClient jdbc, TenantId tenant, ModelKey key) {
        return jdbc.sql("""
                        select model_version, title, stages, dimensions, may_be_below_first
                        from reporting.model_version
                        where tenant_id = :tenant and model_key = :key
                        """)
                .param("tenant", tenant.value())
                .param("key", key.value())
                .query((row, number) -> facts(row))
                .list();
    }

    private static ModelFacts facts(ResultSet row) throws SQLException {
        var json = CairnJson.mapper();
        return new ModelFacts(
                ModelVersion.parse(row.getString("model_version")),
                row.getString("title"),
                List.of(json.readValue(row.getString("stages"), ModelFacts.Stage[].class)),
                List.of(json.readValue(row.getString("dimensions"), ModelFacts.Dimension[].class)),
                row.getBoolean("may_be_below_first"));
    }
}
