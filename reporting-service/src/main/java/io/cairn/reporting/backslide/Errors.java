package io.cairn.reporting.backslide;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.ModelVersion;
import io.cairn.language.TenantId;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.movement.Materiality;
import io.cairn.maturity.movement.Materiality.Scored;
import io.cairn.maturity.upgrade.Results;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.point.DimensionPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The error of measurement in a period: of all the tenant's units with a score in it, under the same version, not only
 * those asked about. Scores are shares of the scale.
 */
final class Errors {
    private final JdbcClient jdbc;
    private final TenantId tenant;
    private final Scope scope;
    private final Map<Place, Materiality> known = new HashMap<>();

    Errors(JdbcClient jdbc, TenantId tenant, Scope scope) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.scope = scope;
    }

    private record Place(int order, ModelVersion version) {}

    Materiality in(int order, MaturityModel model) {
        return known.computeIfAbsent(
                new Place(order, model.ref().version()), place -> Materiality.of(scored(place, model)));
    }

    private List<Scored> scored(Place place, MaturityModel model) {
        return jdbc
                .sql("""
                        select score, max_score, dimensions from reporting.stage_point
                        where tenant_id = :tenant and model_key = :model and period_order = :order
                            and model_version = :version
                            and recorded_to > :at and recorded_from <= :at
                            and score is not null and dimensions is not null
                        order by unit_code
                        """)
                .param("tenant", tenant.value())
                .param("model", scope.model().value())
                .param("order", place.order())
                .param("version", place.version().toString())
                .param("at", scope.at().atOffset(ZoneOffset.UTC))
                .query((row, number) -> scored(row, model))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for a unit one of whose dimensions has nothing to score. */
    private static Optional<Scored> scored(ResultSet row, MaturityModel model) throws SQLException {
        var score = Results.share(model, row.getDouble("score"), row.getDouble("max_score"));
        if (score == null) return Optional.empty();
        var dimensions = new ArrayList<Double>();
        for (var it : CairnJson.mapper().readValue(row.getString("dimensions"), DimensionPoint[].class)) {
            var share = Results.share(model, it.score(), it.max());
            if (share == null) return Optional.empty();
            dimensions.add(share);
        }
        return dimensions.size() == model.dimensions().size()
                ? Optional.of(new Scored(score, dimensions))
                : Optional.empty();
    }
}
