package io.cairn.assessment.model;

import io.cairn.language.ModelVersion;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.ModelEvent.ModelDrafted;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.language.event.ModelEvent.ModelVersionRetired;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The versions of a tenant's own model. Of a published one only the digest is remembered: it never changes. */
record ModelState(Map<ModelVersion, Version> versions) {
    static final ModelState NONE = new ModelState(Map.of());

    ModelState {
        versions = Map.copyOf(versions);
    }

    sealed interface Version {
        String digest();

        record Draft(String definition, String digest) implements Version {}

        record Published(String digest) implements Version {}

        record Retired(String digest) implements Version {}
    }

    Optional<Version> version(ModelVersion version) {
        return Optional.ofNullable(versions.get(version));
    }

    /** Those that can be used. */
    Stream<ModelVersion> published() {
        return versions.entrySet().stream()
                .filter(it -> it.getValue() instanceof Version.Published)
                .map(Map.Entry::getKey);
    }

    /** Of all definitions not yet published. */
    int characters() {
        return versions.values().stream()
                .mapToInt(it ->
                        it instanceof Version.Draft draft ? draft.definition().length() : 0)
                .sum();
    }

    ModelState evolve(ModelEvent event) {
        var version = event.model().version();
        return switch (event) {
            case ModelDrafted it -> with(version, new Version.Draft(it.definition(), it.digest()));
            case ModelVersionPublished it -> with(version, new Version.Published(it.digest()));
            case ModelVersionRetired ignored ->
                version(version)
                        .map(it -> with(version, new Version.Retired(it.digest())))
                        .orElse(this);
        };
    }

    private ModelState with(ModelVersion version, Version state) {
        var changed = new TreeMap<>(versions);
        changed.put(version, state);
        return new ModelState(changed);
    }
}
