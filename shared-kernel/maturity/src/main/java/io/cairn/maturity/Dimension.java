package io.cairn.maturity;

import io.cairn.language.DimensionKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A side of maturity. Only mandatory dimensions decide the overall stage of a gated model. */
public record Dimension(
        DimensionKey key,
        Text title,
        @Nullable String view,
        double weight,
        boolean mandatory,
        Provenance provenance,
        List<Question> questions) {
    public Dimension {
        questions = List.copyOf(questions);
    }
}
