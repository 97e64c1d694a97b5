package io.cairn.maturity.upgrade;

import io.cairn.language.Answer;
import io.cairn.language.QuestionKey;
import org.jspecify.annotations.Nullable;

/** What carries over to a question of the newer version: an answer, or else why none does. */
public record Carried(
        QuestionKey question,
        @Nullable Answer answer,
        @Nullable Obstacle obstacle) {}
