package io.cairn.language;

/** A maturity model's key. */
public record ModelKey(String value) implements Comparable<ModelKey> {
    public ModelKey {
        WellFormed.key("model key", value, 64);
    }

    @Override
    public int compareTo(ModelKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
