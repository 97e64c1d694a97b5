package io.cairn.assessment.model;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import java.util.List;

/** A model in a list, with its versions in their order. */
record ModelBody(ModelKey key, Origin origin, List<Version> versions) {
    ModelBody {
        versions = List.copyOf(versions);
    }

    enum Origin {
        SHIPPED,
        OWN
    }

    record Version(ModelVersion version, String title, Status status) {}

    enum Status {
        DRAFT,
        PUBLISHED,
        RETIRED;

        static Status of(ModelState.Version version) {
            return switch (version) {
                case ModelState.Version.Draft ignored -> DRAFT;
                case ModelState.Version.Published ignored -> PUBLISHED;
                case ModelState.Version.Retired ignored -> RETIRED;
            };
        }
    }
}
