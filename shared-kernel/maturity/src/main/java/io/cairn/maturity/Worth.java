package io.cairn.maturity;

/**
 * What an answer to a question counts, wherever the question is asked.
 *
 * @param applies false for n/a
 * @param answered false for n/a and for no answer
 * @param said 0..1 as answered, or as a reviewer's points say; conditions of other questions go by it
 * @param counted 0..1, less than {@code said} when the evidence it needs has expired
 */
public record Worth(boolean applies, boolean answered, double said, double counted) {}
