package io.cairn.assessment.assessment.confirming;

import io.cairn.language.Answer;
import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;

/** An answer carried over that waits to be confirmed, as the API shows it. */
record CarriedLine(QuestionKey question, DimensionKey dimension, Answer answer) {}
