package io.cairn.assessment.model;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.TenantId;
import io.cairn.maturity.ShippedModels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shipped models and a tenant's own, in the order of their keys. */
final class ModelList {
    private static final Comparator<ModelBody> ORDER = Comparator.comparing(ModelBody::key);

    private final TenantDatabase database;

    ModelList(TenantDatabase database) {
        this.database = database;
    }

    private record Row(ModelKey key, ModelBody.Version version) {}

    /** @param after the key behind which to begin, null at the beginning */
    List<ModelBody> behind(TenantId tenant, @Nullable String after, int atMost) {
        var behind = after == null ? "" : after;
        var shipped = Shipped.LIST.stream().filter(it -> it.key().value().compareTo(behind) > 0);
        return Stream.concat(shipped, own(tenant, behind, atMost).stream())
                .sorted(ORDER)
                .limit(atMost)
                .toList();
    }

    private List<ModelBody> own(TenantId tenant, String after, int atMost) {
        var rows = database.read(
                tenant,
                jdbc -> jdbc.sql("""
                        select key, version, title, status from assessment.model_version where key in (
                            select distinct key from assessment.model_version
                            where key > :after order by key limit :atMost)""")
                        .param("after", after)
                        .param("atMost", atMost)
                        .query(ModelList::row)
                        .list());
        return models(rows, ModelBody.Origin.OWN);
    }

    private static List<ModelBody> models(List<Row> rows, ModelBody.Origin origin) {
        var byKey = new TreeMap<ModelKey, List<ModelBody.Version>>();
        for (var row : rows)
            byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row.version());
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
                new ModelBody.Version(
                        ModelVersion.parse(row.getString("version")),
                        row.getString("title"),
                        ModelBody.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT))));
    }

    private static final class Shipped {
        static final List<ModelBody> LIST = models(
                ShippedModels.all().stream()
                        .map(file -> new Row(
                                file.model().ref().key(),
                                new ModelBody.Version(
                                        file.model().ref().version(),
                                        file.model().title().in("en"),
                                        ModelBody.Status.PUBLISHED)))
                        .toList(),
                ModelBody.Origin.SHIPPED);
    }
}
