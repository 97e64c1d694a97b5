package io.cairn.eventstore.projection;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many rows in one statement, with an array for each column, which is several times cheaper than a statement for each
 * row. For plain inserts, as one that updates on conflict must not meet the same row twice in a statement, and for what says
 * of itself that it can ({@link Rows#executeTogether}).
 */
final class ManyRows {
    private static final Pattern PLAIN = Pattern.compile(
            "\\s*(insert\\s+into\\s+[\\w.]+\\s*\\([^()]*\\))\\s*values\\s*\\(([^()']*)\\)\\s*(on\\s+conflict\\s+do\\s+nothing\\s*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EVENTS = Pattern.compile(
            "\\s*with\\s+event\\s+as\\s*\\(\\s*select\\s+([^()']*)\\)(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("\\s*\\?::(\\w+)\\s+as\\s+(\\w+)\\s*", Pattern.CASE_INSENSITIVE);

    /** How the statement of one row is said of many; empty when it cannot. */
    private static final Map<String, Optional<ManyRows>> KNOWN = new ConcurrentHashMap<>();

    private final String sql;
    private final List<Form> forms;

    private ManyRows(String sql, List<Form> forms) {
        this.sql = sql;
        this.forms = forms;
    }

    /** Empty when the statement is not of the kind. */
    static Optional<ManyRows> ofInsert(Connection connection, String sql) throws SQLException {
        var known = KNOWN.get(sql);
        if (known == null) {
            known = describe(connection, sql);
            KNOWN.put(sql, known);
        }
        return known;
    }

    /** @throws IllegalArgumentException when the statement is not of the kind */
    static Optional<ManyRows> ofEvents(String sql) {
        return KNOWN.computeIfAbsent(sql, ManyRows::describeEvents);
    }

    private static Optional<ManyRows> describeEvents(String sql) {
        var said = EVENTS.matcher(sql);
        if (!said.matches() || said.group(2).indexOf('?') >= 0)
            throw new IllegalArgumentException("does not begin with event as (select ?::type as name, ...): " + sql);
        var types = new ArrayList<String>();
        var columns = new StringJoiner(", ");
        for (var each : said.group(1).split(",")) {
            var column = COLUMN.matcher(each);
            if (!column.matches()) throw new IllegalArgumentException("not ?::type as name: " + each);
            var type = column.group(1);
            columns.add(Form.of(type).value("n.a" + types.size(), type) + " as " + column.group(2));
            types.add(type);
        }
        var events = "with event as (select " + columns + arrays(types) + ")" + said.group(2);
        return Optional.of(new ManyRows(events, forms(types)));
    }

    private static Optional<ManyRows> describe(Connection connection, String sql) throws SQLException {
        var plain = PLAIN.matcher(sql);
        if (!plain.matches()) return Optional.empty();
        try (var statement = connection.prepareStatement(sql)) {
            var parameters = statement.getParameterMetaData();
            var types = new ArrayList<String>();
            for (var i = 1; i <= parameters.getParameterCount(); i++) types.add(parameters.getParameterTypeName(i));
            if (types.isEmpty()) return Optional.empty();
            var conflict = plain.group(3) == null ? "" : " " + plain.group(3);
            var insert = plain.group(1) + " select " + numbered(plain.group(2), types) + arrays(types) + conflict;
            return Optional.of(new ManyRows(insert, forms(types)));
        }
    }

    private static List<Form> forms(List<String> types) {
        return types.stream().map(Form::of).toList();
    }

    /** The columns {@code n.a0}, {@code n.a1} and so on. */
    private static String arrays(List<String> types) {
        var arrays = forms(types).stream().map(form -> "?::" + form.array).collect(Collectors.joining(", "));
        var names = IntStream.range(0, types.size()).mapToObj(i -> "a" + i).collect(Collectors.joining(", "));
        return " from unnest(" + arrays + ") as n(" + names + ")";
    }

    /** Each {@code ?} as what it stands for: a column of the arrays, of the type the parameter has. */
    private static String numbered(String values, List<String> types) {
        var numbered = new StringBuilder();
        var next = 0;
        for (var i = 0; i < values.length(); i++) {
            if (values.charAt(i) != '?') numbered.append(values.charAt(i));
            else {
                numbered.append(Form.of(types.get(next)).value("n.a" + next, types.get(next)));
                next++;
            }
        }
        return numbered.toString();
    }

    /** False when nothing was done, since an argument is not of the kind. */
    boolean write(Connection connection, List<@Nullable Object[]> rows) throws SQLException {
        var columns = new Object[forms.size()][];
        for (var i = 0; i < columns.length; i++) {
            var column = column(rows, i);
            if (column == null) return false;
            columns[i] = column;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < columns.length; i++) statement.setObject(i + 1, columns[i]);
            statement.executeUpdate();
            return true;
        }
    }

    private @Nullable Object @Nullable [] column(List<@Nullable Object[]> rows, int index) {
        var form = forms.get(index);
        var column = form.column(rows.size());
        for (var row = 0; row < column.length; row++) {
            var value = rows.get(row)[index];
            if (value == null) continue;
            var sent = form.sent(value);
            if (sent == null) return null;
            column[row] = sent;
        }
        return column;
    }

    /** How the values of a column travel: as arrays that the driver sends in binary, else as text. */
    private enum Form {
        LONGS("int8[]"),
        INTS("int4[]"),
        DOUBLES("float8[]"),
        BOOLEANS("bool[]"),
        /** Microseconds since 1970, since an array of times goes as text, which is dear to read. */
        TIMES("int8[]"),
        TEXTS("text[]");

        private final String array;

        Form(String array) {
            this.array = array;
        }

        static Form of(String type) {
            return switch (type) {
                case "int8", "bigint" -> LONGS;
                case "int4", "int2", "int", "integer", "smallint" -> INTS;
                case "float8" -> DOUBLES;
                case "bool", "boolean" -> BOOLEANS;
                case "timestamptz" -> TIMES;
                default -> TEXTS;
            };
        }

        String value(String column, String type) {
            return this == TIMES
                    ? "(timestamptz 'epoch' + " + column + " * interval '1 microsecond')"
                    : column + "::" + type;
        }

        @Nullable
        Object[] column(int rows) {
            return switch (this) {
                case LONGS, TIMES -> new Long[rows];
                case INTS -> new Integer[rows];
                case DOUBLES -> new Double[rows];
                case BOOLEANS -> new Boolean[rows];
                case TEXTS -> new String[rows];
            };
        }

        /** Null when the value is none of the column's, or too large for it; a statement for each row says so then. */
        @Nullable
        Object sent(Object value) {
            return switch (this) {
                case LONGS -> value instanceof Number number && isWhole(number) ? number.longValue() : null;
                case INTS -> value instanceof Number number && isInt(number) ? number.intValue() : null;
                case DOUBLES -> value instanceof Number number ? number.doubleValue() : null;
                case BOOLEANS -> value instanceof Boolean ? value : null;
                case TIMES -> value instanceof Instant instant && isNear(instant) ? micros(instant) : null;
                case TEXTS -> sameAsText(value) ? value.toString() : null;
            };
        }
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short;
    }

    private static boolean isInt(Number number) {
        return isWhole(number) && number.longValue() == number.intValue();
    }

    /** The database multiplies microseconds as a double, which is exact for 285 years either way. */
    private static boolean isNear(Instant instant) {
        return Math.abs(instant.getEpochSecond()) < 9_000_000_000L;
    }

    /** To the nearest, as the driver does with one. */
    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + (instant.getNano() + 500) / 1_000;
    }

    /** Whose text PostgreSQL reads as the same value. */
    private static boolean sameAsText(Object value) {
        return switch (value) {
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
