package io.cairn.maturity.upgrade;

import io.cairn.language.QuestionKey;
import java.util.List;

/**
 * Where a question of the newer version comes from.
 *
 * @param from the questions of the older version, none for a new one
 * @param reworded whether its words, or those of its answers, are not what they were: the answer deserves a look
 */
public record Mapped(QuestionKey question, Kind kind, List<QuestionKey> from, boolean reworded) {
    public Mapped {
        from = List.copyOf(from);
    }
}
