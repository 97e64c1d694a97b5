package io.cairn.reporting.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a report whose rows tell of different things: cells are put in by the keys of their columns, and what is not
 * put in is empty.
 */
public final class Row {
    private final Map<String, Object> cells = new LinkedHashMap<>();

    /** @param part of the report this row tells, as the column {@code part} has it */
    public static Row of(String part) {
        return new Row().put("part", part);
    }

    public Row put(String column, @Nullable Object value) {
        if (value != null) cells.put(column, value);
        return this;
    }

    public static Column<Row> text(String key) {
        return Column.text(key, row -> row.cells.get(key));
    }

    public static Column<Row> column(Kind kind, String key) {
        return Column.column(kind, key, row -> row.cells.get(key));
    }

    /** Of a report that is small enough to be there as a whole; a cell without a column is a mistake of ours. */
    public static Table table(List<Column<Row>> columns, List<Row> rows) {
        var keys = columns.stream().map(Column::key).toList();
        for (var row : rows)
            for (var key : row.cells.keySet())
                if (!keys.contains(key)) throw new IllegalStateException("there is no column " + key);
        return Table.of(columns, rows);
    }
}
