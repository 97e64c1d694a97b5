package io.cairn.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON as values and back in one form only: RFC 8785 but for numbers, which keep the digits they have instead of being
 * rounded to a double, so that no two different values have one form. Values are {@link Map} (names in the order of
 * their UTF-16 units), {@link List}, String, {@link Digits}, Boolean and null.
 */
public final class Json {
    private static final int DEEPEST = 512;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** A number as it is written, without an exponent. */
    public record Digits(String text) {
        public long asLong() {
            return Long.parseLong(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The one form of what the text says. */
    public static String canonical(String text) {
        var out = new StringBuilder(text.length());
        write(read(text), out);
        return out.toString();
    }

    public static String write(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** @throws IllegalArgumentException when it is not exactly one JSON value, or an object says a name twice */
    public static @Nullable Object read(String text) {
        var json = new Json(text);
        var value = json.value();
        json.space();
        if (json.at != text.length()) throw json.wrong("the end");
        return value;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> object(String text) {
        if (read(text) instanceof Map<?, ?> map) return (Map<String, @Nullable Object>) map;
        throw new IllegalArgumentException("a JSON object was expected");
    }

    private @Nullable Object value() {
        space();
        if (at == text.length()) throw wrong("a value");
        var c = text.charAt(at);
        return switch (c) {
            case '{' -> nested(this::members);
            case '[' -> nested(this::elements);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Object nested(Supplier<Object> inside) {
        if (++depth > DEEPEST) throw new IllegalArgumentException("JSON nested deeper than " + DEEPEST);
        at++;
        var value = inside.get();
        depth--;
        return value;
    }

    private Object members() {
        var members = new TreeMap<String, @Nullable Object>();
        if (next('}')) return members;
        do {
            space();
            if (at == text.length() || text.charAt(at) != '"') throw wrong("a name");
            var name = string();
            if (members.containsKey(name)) throw new IllegalArgumentException("the name " + name + " is there twice");
            if (!next(':')) throw wrong("a colon");
            members.put(name, value());
        } while (next(','));
        if (!next('}')) throw wrong("the end of an object");
        return members;
    }

    private Object elements() {
        var elements = new ArrayList<@Nullable Object>();
        if (next(']')) return elements;
        do elements.add(value());
        while (next(','));
        if (!next(']')) throw wrong("the end of an array");
        return elements;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) throw wrong("a value");
        at += word.length();
        return value;
    }

    private Digits number() {
        var from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) at++;
        var number = text.substring(from, at);
        if (!NUMBER.matcher(number).matches()) throw wrong("a number");
        return new Digits(
                number.indexOf('e') < 0 && number.indexOf('E') < 0 ? number : new BigDecimal(number).toPlainString());
    }

    private String string() {
        var from = ++at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') at++;
        if (at < text.length() && text.charAt(at) == '"') return text.substring(from, at++);
        var out = new StringBuilder(text.substring(from, at));
        while (true) {
            if (at == text.length()) throw wrong("the end of a string");
            var c = text.charAt(at++);
            if (c == '"') return out.toString();
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        if (at == text.length()) throw wrong("an escape");
        var c = text.charAt(at++);
        return switch (c) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case '"', '\\', '/' -> c;
            case 'u' -> {
                if (at + 4 > text.length()) throw wrong("an escape");
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> throw wrong("an escape");
        };
    }

    private boolean next(char c) {
        space();
        if (at == text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("JSON: " + expected + " was expected at character " + at);
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> members) write(members, out);
        else if (value instanceof List<?> elements) write(elements, out);
        else if (value instanceof String string) string(string, out);
        else out.append(value);
    }

    private static void write(Map<?, ?> members, StringBuilder out) {
        var between = '{';
        for (var member : members.entrySet()) {
            out.append(between);
            string((String) member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            between = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private static void write(List<?> elements, StringBuilder out) {
        var between = '[';
        for (var element : elements) {
            out.append(between);
            write(element, out);
            between = ',';
        }
        out.append(elements.isEmpty() ? "[]" : "]");
    }

    private static void string(String string, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < string.length(); i++) {
            var c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20)
                        out.append("\\u00").append(c < 0x10 ? "0" : "1").append(Character.forDigit(c & 15, 16));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }
}
