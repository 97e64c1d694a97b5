package io.cairn.verifier;

import io.cairn.verifier.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Those so far. */
final class Findings {
    private final List<Finding> all = new ArrayList<>();

    void add(Kind kind, String sentence) {
        all.add(new Finding(kind, null, 0, sentence));
    }

    void event(Kind kind, @Nullable UUID event, long position, String sentence) {
        all.add(new Finding(kind, event, position, sentence));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
