package io.cairn.assessment.model;

import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.ModelEvent.ModelVersionRetired;
import io.cairn.platform.command.Command;
import java.util.List;

/** No new assessment may use the version; what was begun under it can be ended. A draft was never in use. */
record RetireModelVersion(TenantId tenant, ModelRef model) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.model(tenant, model.key());
    }

    static List<ModelEvent> decide(RetireModelVersion command, ModelState state) {
        return switch (state.version(command.model().version()).orElse(null)) {
            case null -> throw new Rejected(new Rejection.UnknownModel(command.model()));
            case ModelState.Version.Draft ignored -> throw new Rejected(new Rejection.UnknownModel(command.model()));
            case ModelState.Version.Published ignored -> List.of(new ModelVersionRetired(command.model()));
            case ModelState.Version.Retired ignored -> List.of();
        };
    }
}
