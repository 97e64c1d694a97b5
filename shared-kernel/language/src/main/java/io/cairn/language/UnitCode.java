package io.cairn.language;

/** A unit's code, unique within its tenant. */
public record UnitCode(String value) implements Comparable<UnitCode> {
    public UnitCode {
        WellFormed.key("unit code", value, 64);
    }

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
