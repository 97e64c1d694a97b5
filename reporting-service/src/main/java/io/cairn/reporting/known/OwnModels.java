package io.cairn.reporting.known;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.TenantId;
import io.cairn.reporting.wording.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published versions of a tenant's own models, in a language as far as they have words in it, else in English. */
final class OwnModels {
    private OwnModels() {}

    static List<ModelFacts> versions(JdbcClient jdbc, TenantId tenant, ModelKey key, Language language) {
        return jdbc.sql("""
                        select model_version, may_be_below_first, coalesce(words -> :language,
                            jsonb_build_object('title', title, 'stages', stages, 'dimensions', dimensions)) as titles
                        from reporting.model_version
                        where tenant_id = :tenant and model_key = :key
                        """)
                .param("language", language.tag())
                .param("tenant", tenant.value())
                .param("key", key.value())
                .query((row, number) -> facts(row))
                .list();
    }

    private static ModelFacts facts(ResultSet row) throws SQLException {
        var titles = CairnJson.mapper().readValue(row.getString("titles"), ModelFacts.Titles.class);
        return new ModelFacts(
                ModelVersion.parse(row.getString("model_version")),
                titles.title(),
                titles.stages(),
                titles.dimensions(),
                row.getBoolean("may_be_below_first"));
    }
}
