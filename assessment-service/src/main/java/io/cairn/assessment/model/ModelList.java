package io.cairn.assessment.model;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.TenantId;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.ShippedModels;
import io.cairn.maturity.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shipped models and a tenant's own, in the order of their keys. */
final class ModelList {
    private static final Comparator<ModelBody> ORDER = Comparator.comparing(ModelBody::key);

    private final TenantDatabase database;

    ModelList(TenantDatabase database) {
        this.database = database;
    }

    private record Row(ModelKey key, ModelVersion version, Text title, ModelBody.Status status) {}

    /**
     * @param after the key behind which to begin, null at the beginning
     * @param languages of the titles, the best first
     */
    List<ModelBody> behind(TenantId tenant, @Nullable String after, int atMost, List<String> languages) {
        var behind = after == null ? "" : after;
        var shipped = Shipped.ROWS.stream()
                .filter(it -> it.key().value().compareTo(behind) > 0)
                .toList();
        var own = own(tenant, behind, atMost);
        return Stream.concat(
                        models(shipped, ModelBody.Origin.SHIPPED, languages).stream(),
                        models(own, ModelBody.Origin.OWN, languages).stream())
                .sorted(ORDER)
                .limit(atMost)
                .toList();
    }

    private List<Row> own(TenantId tenant, String after, int atMost) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("""
                        select key, version, title, titles, status from assessment.model_version where key in (
                            select distinct key from assessment.model_version
                            where key > :after order by key limit :atMost)""")
                        .param("after", after)
                        .param("atMost", atMost)
                        .query(ModelList::row)
                        .list());
    }

    private static List<ModelBody> models(List<Row> rows, ModelBody.Origin origin, List<String> languages) {
        var byKey = new TreeMap<ModelKey, List<ModelBody.Version>>();
        for (var row : rows)
            byKey.computeIfAbsent(row.key(), key -> new ArrayList<>())
                    .add(new ModelBody.Version(row.version(), row.title().in(languages), row.status()));
        var models = new ArrayList<ModelBody>();
        byKey.forEach((key, versions) -> {
            versions.sort(Comparator.comparing(ModelBody.Version::version));
            models.add(new ModelBody(key, origin, versions));
        });
        return models;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new ModelKey(row.getString("key")),
                ModelVersion.parse(row.getString("version")),
                title(row.getString("title"), row.getString("titles")),
                ModelBody.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
    }

    private static Text title(String english, @Nullable String byLanguage) {
        if (byLanguage == null) return Text.en(english);
        return new Text(JsonMapper.shared().readValue(byLanguage, new TypeReference<Map<String, String>>() {}));
    }

    private static final class Shipped {
        static final List<Row> ROWS = ShippedModels.all().stream()
                .map(ModelFile::model)
                .map(model ->
                        new Row(model.ref().key(), model.ref().version(), model.title(), ModelBody.Status.PUBLISHED))
                .toList();
    }
}
