package io.cairn.maturity.upgrade;

import io.cairn.language.ModelRef;
import io.cairn.maturity.MaturityModel;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The versions to go through from one to another. */
final class Lineage {
    /** More than anybody goes through; a version that says it follows itself ends here too. */
    private static final int LONGEST = 50;

    private Lineage() {}

    /** From version to version as each says which one it follows; straight where that does not lead to the older one. */
    static List<MaturityModel> of(
            MaturityModel from, MaturityModel to, Function<ModelRef, Optional<MaturityModel>> published) {
        var path = new LinkedList<MaturityModel>();
        var next = Optional.of(to);
        while (next.isPresent() && path.size() < LONGEST) {
            var model = next.get();
            path.addFirst(model);
            var rules = model.upgrade();
            if (rules == null) break;
            var before = new ModelRef(model.ref().key(), rules.from());
            if (before.equals(from.ref())) {
                path.addFirst(from);
                return List.copyOf(path);
            }
            next = published.apply(before);
        }
        return List.of(from, to);
    }
}
