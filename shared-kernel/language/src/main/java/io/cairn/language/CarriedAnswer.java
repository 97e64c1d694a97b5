package io.cairn.language;

/** What was agreed on a question in an earlier period, carried over to be confirmed. */
public record CarriedAnswer(QuestionKey question, Answer answer) {}
