package io.cairn.reporting.benchmark;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.reporting.known.PeriodOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A release there is.
 *
 * @param groups that are published in it
 */
record StoredRelease(
        UUID id,
        ModelVersion version,
        Period period,
        LocalDate first,
        LocalDate last,
        Instant at,
        List<String> groups) {
    private static final String ALL = """
            select r.id, r.model_version, r.period, r.first_day, r.last_day, r.released_at,
                (select coalesce(array_agg(c.group_key order by c.group_key), '{}') from reporting.benchmark_cell c
                    where c.release_id = r.id and c.withheld is null) as groups
            from reporting.benchmark_release r
            where r.model_key = :model
            order by r.period_order desc, r.released_at desc
            """;

    StoredRelease {
        groups = List.copyOf(groups);
    }

    /** Latest period first. */
    static List<StoredRelease> all(JdbcClient jdbc, ModelKey model) {
        return jdbc.sql(ALL)
                .param("model", model.value())
                .query((row, number) -> read(row))
                .list();
    }

    static Optional<StoredRelease> find(JdbcClient jdbc, ModelRef model, Period period) {
        return all(jdbc, model.key()).stream()
                .filter(it ->
                        it.version().equals(model.version()) && it.period().equals(period))
                .findAny();
    }

    private static StoredRelease read(ResultSet row) throws SQLException {
        return new StoredRelease(
                row.getObject("id", UUID.class),
                ModelVersion.parse(row.getString("model_version")),
                Period.parse(row.getString("period")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("released_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("groups").getArray()));
    }

    /** Without its groups, which follow. */
    static UUID write(JdbcClient jdbc, ModelRef model, Period period, Instant at) {
        var id = UUID.randomUUID();
        var window = Window.of(period);
        jdbc.sql("""
                        insert into reporting.benchmark_release
                            (id, model_key, model_version, period, period_order, first_day, last_day, released_at)
                        values (:id, :model, :version, :period, :order, :first, :last, :at)
                        """)
                .param("id", id)
                .param("model", model.key().value())
                .param("version", model.version().toString())
                .param("period", period.toString())
                .param("order", PeriodOrder.of(period))
                .param("first", window.first())
                .param("last", window.last())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
