package io.cairn.maturity;

import io.cairn.language.ModelRef;
import java.util.List;
import java.util.Optional;

/** The models that come with the product; every tenant may use them. */
public final class ShippedModels {
    private ShippedModels() {}

    /** Ordered by key, then version. */
    public static List<ModelFile> all() {
        throw new UnsupportedOperationException();
    }

    public static Optional<ModelFile> find(ModelRef ref) {
        throw new UnsupportedOperationException();
    }
}
