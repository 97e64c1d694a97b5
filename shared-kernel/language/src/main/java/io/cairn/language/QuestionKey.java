package io.cairn.language;

/** A question's key, unique within its model. */
public record QuestionKey(String value) implements Comparable<QuestionKey> {
    public QuestionKey {
        WellFormed.key("question key", value, 64);
    }

    @Override
    public int compareTo(QuestionKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
