package io.cairn.language;

/** A tenant's short name, unique on the platform. */
public record Slug(String value) implements Comparable<Slug> {
    public Slug {
        WellFormed.key("slug", value, 64);
    }

    @Override
    public int compareTo(Slug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
