package io.cairn.maturity.file;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a model file and the line it starts on, counted from 1. */
sealed interface Node {
    int line();

    record Mapping(int line, Map<String, Property> properties) implements Node {}

    record Sequence(int line, List<Node> items) implements Node {}

    /** @param value a String, BigDecimal or Boolean, or null */
    record Scalar(int line, @Nullable Object value) implements Node {}

    /** @param line where the name stands, which is what a reader looks for */
    record Property(int line, Node value) {}
}
