package io.cairn.maturity.upgrade;

import io.cairn.language.QuestionKey;
import java.util.List;

/** What a question of the older version became. @param to questions of the newer version, none for a removed one */
public record Became(QuestionKey question, Kind kind, List<QuestionKey> to) {
    public Became {
        to = List.copyOf(to);
    }
}
