package io.cairn.eventstore.projection;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many rows in one statement, with an array for each column, which is several times cheaper than a statement for each
 * row. For plain inserts only: one that updates on conflict must not meet the same row twice in a statement.
 */
final class ManyRows {
    private static final Pattern PLAIN = Pattern.compile(
            "\\s*(insert\\s+into\\s+[\\w.]+\\s*\\([^()]*\\))\\s*values\\s*\\(([^()']*)\\)\\s*(on\\s+conflict\\s+do\\s+nothing\\s*)?",
            Pattern.CASE_INSENSITIVE);

    /** How the statement of one row is said of many; empty when it cannot. */
    private static final Map<String, Optional<ManyRows>> KNOWN = new ConcurrentHashMap<>();

    private final String sql;
    private final List<String> types;

    private ManyRows(String sql, List<String> types) {
        this.sql = sql;
        this.types = types;
    }

    /** False when nothing was done, since the statement or an argument is not of the kind. */
    static boolean insert(Connection connection, String sql, List<@Nullable Object[]> rows) throws SQLException {
        var known = KNOWN.get(sql);
        if (known == null) {
            known = describe(connection, sql);
            KNOWN.put(sql, known);
        }
        return known.isPresent() && known.get().insert(connection, rows);
    }

    private static Optional<ManyRows> describe(Connection connection, String sql) throws SQLException {
        var plain = PLAIN.matcher(sql);
        if (!plain.matches()) return Optional.empty();
        try (var statement = connection.prepareStatement(sql)) {
            var parameters = statement.getParameterMetaData();
            var types = new java.util.ArrayList<String>();
            for (var i = 1; i <= parameters.getParameterCount(); i++) types.add(parameters.getParameterTypeName(i));
            if (types.isEmpty()) return Optional.empty();
            var arrays = types.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
            var names = IntStream.range(0, types.size()).mapToObj(i -> "a" + i).collect(Collectors.joining(", "));
            var conflict = plain.group(3) == null ? "" : plain.group(3);
            return Optional.of(new ManyRows(
                    plain.group(1) + " select " + numbered(plain.group(2)) + " from unnest(" + arrays + ") as n("
                            + names + ") " + conflict,
                    types));
        }
    }

    /** Each {@code ?} as the column of the array it stands for. */
    private static String numbered(String values) {
        var numbered = new StringBuilder();
        var next = 0;
        for (var i = 0; i < values.length(); i++) {
            if (values.charAt(i) == '?') numbered.append("n.a").append(next++);
            else numbered.append(values.charAt(i));
        }
        return numbered.toString();
    }

    private boolean insert(Connection connection, List<@Nullable Object[]> rows) throws SQLException {
        var columns = new Object[types.size()][];
        for (var i = 0; i < columns.length; i++) {
            var column = column(rows, i);
            if (column == null) return false;
            columns[i] = column;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < columns.length; i++)
                statement.setArray(i + 1, connection.createArrayOf(types.get(i), columns[i]));
            statement.executeUpdate();
            return true;
        }
    }

    private static @Nullable Object @Nullable [] column(List<@Nullable Object[]> rows, int index) {
        var column = new Object[rows.size()];
        for (var row = 0; row < column.length; row++) {
            var value = rows.get(row)[index];
            if (!sameAsText(value)) return null;
            column[row] = value;
        }
        return column;
    }

    /** Whose text PostgreSQL reads as the same value. */
    private static boolean sameAsText(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case UUID ignored -> true;
            case String ignored -> true;
            case Long ignored -> true;
            case Integer ignored -> true;
            case Short ignored -> true;
            case Double ignored -> true;
            case BigDecimal ignored -> true;
            case Boolean ignored -> true;
            case Instant ignored -> true;
            case LocalDate ignored -> true;
            default -> false;
        };
    }
}
