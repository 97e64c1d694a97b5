package io.cairn.language;

/** A dimension's key, unique within its model. */
public record DimensionKey(String value) implements Comparable<DimensionKey> {
    public DimensionKey {
        WellFormed.key("dimension key", value, 64);
    }

    @Override
    public int compareTo(DimensionKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
