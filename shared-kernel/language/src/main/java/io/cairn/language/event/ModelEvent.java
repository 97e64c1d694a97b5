package io.cairn.language.event;

import io.cairn.language.ModelRef;

/** The life of a tenant's own maturity model. A definition is the text of its model file, digest the SHA-256 of it. */
public sealed interface ModelEvent extends Event {
    ModelRef model();

    record ModelDrafted(ModelRef model, String definition, String digest) implements ModelEvent {}

    record ModelVersionPublished(ModelRef model, String definition, String digest) implements ModelEvent {}

    record ModelVersionRetired(ModelRef model) implements ModelEvent {}
}
