package io.cairn.language;

/** A question that an action should move, and the answer that is wanted. */
public record Aim(QuestionKey question, AnswerValue value) {}
