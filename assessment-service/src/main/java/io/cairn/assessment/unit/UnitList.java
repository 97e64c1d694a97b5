package io.cairn.assessment.unit;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units in the order of their codes, from the view. */
final class UnitList {
    private final TenantDatabase database;

    UnitList(TenantDatabase database) {
        this.database = database;
    }

    /** @param after the code behind which to begin, null at the beginning */
    List<UnitBody> behind(TenantId tenant, @Nullable String after, int atMost) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("""
                        select code, name, parent, last_day from assessment.unit
                        where code > :after order by code limit :atMost""")
                        .param("after", after == null ? "" : after)
                        .param("atMost", atMost)
                        .query(UnitList::body)
                        .list());
    }

    private static UnitBody body(ResultSet row, int number) throws SQLException {
        var lastDay = row.getObject("last_day", LocalDate.class);
        return new UnitBody(
                row.getString("code"),
                row.getString("name"),
                row.getString("parent"),
                lastDay == null ? null : new UnitBody.Retired(lastDay));
    }
}
