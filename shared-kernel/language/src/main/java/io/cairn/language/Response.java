package io.cairn.language;

/** A value, or that the question does not apply, with the reason why. */
public sealed interface Response {
    record Given(AnswerValue value) implements Response {}

    record NotApplicable(FreeText reason) implements Response {}

    /** Whether both say the same; that a question does not apply is the same for every reason. */
    default boolean isSameAs(Response other) {
        return this instanceof NotApplicable ? other instanceof NotApplicable : equals(other);
    }
}
