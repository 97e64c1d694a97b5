package io.cairn.language;

/** Who did it, an opaque id; names of people live in a directory outside the events. */
public record ActorId(String value) implements Comparable<ActorId> {
    public ActorId {
        WellFormed.name("actor", value, 200);
    }

    @Override
    public int compareTo(ActorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
