package io.cairn.maturity;

import io.cairn.language.AnswerValue;

/** What each scale accepts and what an answer on it is worth. */
final class ScaleReading {
    private ScaleReading() {}

    static AnswerValue accept(Scale scale, AnswerValue raw) {
        throw new UnsupportedOperationException();
    }

    static double value(Scale scale, AnswerValue accepted) {
        throw new UnsupportedOperationException();
    }
}
