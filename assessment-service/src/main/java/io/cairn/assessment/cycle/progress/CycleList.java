package io.cairn.assessment.cycle.progress;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cycles, the latest period first, from the view. */
@Component
public final class CycleList {
    private final TenantDatabase database;

    CycleList(TenantDatabase database) {
        this.database = database;
    }

    /** A cycle in a list. */
    public record Item(UUID id, ModelRef model, Period period, LocalDate firstDay, LocalDate lastDay, boolean closed) {}

    /** @param after the {@link #key} behind which to begin, null at the beginning */
    List<Item> behind(TenantId tenant, @Nullable List<String> after, int atMost) {
        var end = after == null ? null : Period.parse(after.get(0));
        return database.read(
                tenant,
                jdbc -> jdbc.sql("""
                        select * from assessment.cycle
                        where (-period_end, -period_months, model_key) > (:end, :months, :model)
                        order by -period_end, -period_months, model_key limit :atMost""")
                        .param("end", end == null ? Integer.MIN_VALUE : -end.endMonth())
                        .param("months", end == null ? 0 : -end.cadence().months())
                        .param("model", after == null ? "" : after.get(1))
                        .param("atMost", atMost)
                        .query(CycleList::item)
                        .list());
    }

    /** Those neither closed nor past their last day. */
    public List<Item> running(TenantId tenant, LocalDate today) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("select * from assessment.cycle where not closed and last_day >= :today")
                        .param("today", today)
                        .query(CycleList::item)
                        .list());
    }

    static List<String> key(Item cycle) {
        return List.of(cycle.period().toString(), cycle.model().key().value());
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                ModelRef.of(row.getString("model_key"), row.getString("model_version")),
                Period.parse(row.getString("period")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("closed"));
    }
}
