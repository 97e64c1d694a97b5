package io.cairn.assessment.cycle;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.CycleScope;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The units that a scope means, from the view of units. */
public final class CycleUnits {
    /** A table {@code below} of the codes in the subtree; a loop, were there ever one, is walked once. */
    public static final String BELOW = """
            recursive below (code) as (
                select code from assessment.unit where code = :under
                union select child.code from assessment.unit child join below on child.parent = below.code)
            """;

    /** Whether the unit {@code u} is in the scope. */
    public static final String IN_SCOPE = """
            (cast(:under as text) is null or u.code in (select code from below))
            and (:units = '' or u.code = any (string_to_array(:units, ' ')))
            """;

    private final TenantDatabase database;

    CycleUnits(TenantDatabase database) {
        this.database = database;
    }

    /** Those in scope that are not retired on that day, in the order of their codes. */
    public List<UnitCode> active(TenantId tenant, CycleScope scope, LocalDate day) {
        var sql = "with " + BELOW + "select u.code from assessment.unit u where " + IN_SCOPE
                + "and (u.last_day is null or u.last_day >= :day) order by u.code";
        return database.read(
                tenant,
                jdbc -> jdbc.sql(sql)
                        .param("under", under(scope))
                        .param("units", text(scope))
                        .param("day", day)
                        .query((row, number) -> new UnitCode(row.getString("code")))
                        .list());
    }

    public static @Nullable String under(CycleScope scope) {
        return scope.under() == null ? null : scope.under().value();
    }

    /** The codes, which hold no blanks, with blanks between them; empty when the scope has no list. */
    public static String text(CycleScope scope) {
        return scope.units().stream().map(UnitCode::value).collect(Collectors.joining(" "));
    }
}
