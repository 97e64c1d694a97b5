package io.cairn.assessment.model;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.maturity.ShippedModels;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of shipped models: reserved, or a tenant's own model could pass for one of them. */
final class Shipped {
    private Shipped() {}

    static boolean isReserved(ModelKey key) {
        return Keys.ALL.contains(key);
    }

    static Stream<ModelVersion> versions(ModelKey key) {
        return ShippedModels.all().stream()
                .map(file -> file.model().ref())
                .filter(ref -> ref.key().equals(key))
                .map(ModelRef::version);
    }

    /** Read at first use: parsing every shipped file is not the price of loading a class. */
    private static final class Keys {
        static final Set<ModelKey> ALL = ShippedModels.all().stream()
                .map(file -> file.model().ref().key())
                .collect(Collectors.toUnmodifiableSet());
    }
}
