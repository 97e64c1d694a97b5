package io.cairn.assessment.model;

import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.ModelEvent.ModelDrafted;
import io.cairn.platform.command.Command;
import java.util.List;

/** A version of a model is written down, and may be replaced until it is published. The definition has been read without fault. */
record DraftModel(TenantId tenant, ModelRef model, String definition, String digest) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.model(tenant, model.key());
    }

    static List<ModelEvent> decide(DraftModel command, ModelState state) {
        if (Shipped.isReserved(command.model().key()))
            throw new Rejected(new Rejection.ModelKeyReserved(command.model().key()));
        var before = state.version(command.model().version()).orElse(null);
        if (before != null && before.digest().equals(command.digest())) return List.of();
        return switch (before) {
            case null -> drafted(command);
            case ModelState.Version.Draft ignored -> drafted(command);
            case ModelState.Version.Published ignored ->
                throw new Rejected(new Rejection.ModelVersionIsPublished(command.model()));
            case ModelState.Version.Retired ignored ->
                throw new Rejected(new Rejection.ModelVersionIsPublished(command.model()));
        };
    }

    private static List<ModelEvent> drafted(DraftModel command) {
        return List.of(new ModelDrafted(command.model(), command.definition(), command.digest()));
    }
}
