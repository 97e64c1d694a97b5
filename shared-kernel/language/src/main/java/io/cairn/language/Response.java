package io.cairn.language;

/** A value, or that the question does not apply, with the reason why. */
public sealed interface Response {
    record Given(AnswerValue value) implements Response {}

    record NotApplicable(FreeText reason) implements Response {}
}
