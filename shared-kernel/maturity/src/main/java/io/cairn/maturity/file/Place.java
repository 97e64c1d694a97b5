package io.cairn.maturity.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a model file, there or not. Reading is lenient: what is missing or of another kind reads as empty, so
 * that a check of one thing need not wait until everything else is right.
 */
public final class Place {
    private final String pointer;
    private final int line;
    private final @Nullable Node node;

    private Place(String pointer, int line, @Nullable Node node) {
        this.pointer = pointer;
        this.line = line;
        this.node = node;
    }

    static Place root(Node node) {
        return new Place("", node.line(), node);
    }

    public String pointer() {
        return pointer;
    }

    /** Counted from 1; for something missing the line of what it is missing from. */
    public int line() {
        return line;
    }

    public boolean isThere() {
        return node != null;
    }

    public boolean isMapping() {
        return node instanceof Node.Mapping;
    }

    public Place get(String name) {
        var property =
                node instanceof Node.Mapping mapping ? mapping.properties().get(name) : null;
        var at = Pointer.child(pointer, name);
        return property == null ? new Place(at, line, null) : new Place(at, property.line(), property.value());
    }

    /** The property or, in a list, the item of that name. */
    Place step(String name) {
        return node instanceof Node.Sequence sequence ? item(sequence, Integer.parseInt(name)) : get(name);
    }

    /** The items of a list. */
    public List<Place> items() {
        var items = new ArrayList<Place>();
        if (node instanceof Node.Sequence sequence)
            for (var index = 0; index < sequence.items().size(); index++) items.add(item(sequence, index));
        return items;
    }

    private Place item(Node.Sequence sequence, int index) {
        var item = sequence.items().get(index);
        return new Place(Pointer.item(pointer, index), item.line(), item);
    }

    /** The properties by name, in the order of the file. */
    public Map<String, Place> entries() {
        var entries = new LinkedHashMap<String, Place>();
        if (node instanceof Node.Mapping mapping)
            for (var name : mapping.properties().keySet()) entries.put(name, get(name));
        return entries;
    }

    public Optional<String> string() {
        return scalar(String.class);
    }

    public Optional<BigDecimal> decimal() {
        return scalar(BigDecimal.class);
    }

    public Optional<Double> number() {
        return decimal().map(BigDecimal::doubleValue);
    }

    public Optional<Boolean> bool() {
        return scalar(Boolean.class);
    }

    private <T> Optional<T> scalar(Class<T> kind) {
        return node instanceof Node.Scalar scalar && kind.isInstance(scalar.value())
                ? Optional.of(kind.cast(scalar.value()))
                : Optional.empty();
    }

    @Nullable
    Node node() {
        return node;
    }

    @Override
    public String toString() {
        return pointer + " (line " + line + ")";
    }
}
