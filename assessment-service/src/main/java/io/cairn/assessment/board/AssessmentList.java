package io.cairn.assessment.board;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Assessments in the order of unit, model and period, from the view. */
final class AssessmentList {
    private final TenantDatabase database;

    AssessmentList(TenantDatabase database) {
        this.database = database;
    }

    /** What to keep; null keeps all. */
    record Filter(
            @Nullable UnitCode unit,
            @Nullable ModelKey model,
            @Nullable Period period,
            @Nullable AssessmentStatus status) {}

    /** @param after the {@link #key} behind which to begin, null at the beginning */
    List<ListedAssessment> behind(TenantId tenant, Filter filter, @Nullable List<String> after, int atMost) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        if (filter.unit() != null) {
            where.add("unit = ?");
            values.add(filter.unit().value());
        }
        if (filter.model() != null) {
            where.add("model_key = ?");
            values.add(filter.model().value());
        }
        if (filter.period() != null) {
            where.add("period_end = ? and period_months = ?");
            values.add(filter.period().endMonth());
            values.add(filter.period().cadence().months());
        }
        if (filter.status() != null) {
            where.add("status = ?");
            values.add(filter.status().name().toLowerCase(Locale.ROOT));
        }
        if (after != null) {
            where.add("(unit, model_key, period_end, period_months) > (?, ?, ?, ?)");
            var period = Period.parse(after.get(2));
            values.addAll(List.of(
                    after.get(0),
                    after.get(1),
                    period.endMonth(),
                    period.cadence().months()));
        }
        values.add(atMost);
        var sql = "select * from assessment.assessment "
                + (where.isEmpty() ? "" : "where " + String.join(" and ", where))
                + " order by unit, model_key, period_end, period_months limit ?";
        return database.read(
                tenant,
                jdbc -> jdbc.sql(sql).params(values).query(AssessmentList::body).list());
    }

    static List<String> key(ListedAssessment assessment) {
        return List.of(
                assessment.unit().value(),
                assessment.model().key().value(),
                assessment.period().toString());
    }

    private static ListedAssessment body(ResultSet row, int number) throws SQLException {
        return new ListedAssessment(
                row.getObject("id", java.util.UUID.class),
                new UnitCode(row.getString("unit")),
                io.cairn.language.ModelRef.of(row.getString("model_key"), row.getString("model_version")),
                Period.parse(row.getString("period")),
                AssessmentStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                StageBody.of(row.getObject("stage_ordinal", Integer.class), row.getString("stage_key")),
                row.getString("undetermined"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
