package io.cairn.assessment.model;

import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.platform.command.Command;
import java.util.List;

/** A draft becomes a version that assessments may use and that never changes again. */
record PublishModelVersion(TenantId tenant, ModelRef model) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.model(tenant, model.key());
    }

    static List<ModelEvent> decide(PublishModelVersion command, ModelState state) {
        return switch (state.version(command.model().version()).orElse(null)) {
            case null -> throw new Rejected(new Rejection.UnknownModel(command.model()));
            case ModelState.Version.Draft it ->
                List.of(new ModelVersionPublished(command.model(), it.definition(), it.digest()));
            case ModelState.Version.Published ignored -> List.of();
            case ModelState.Version.Retired ignored ->
                throw new Rejected(new Rejection.ModelIsRetired(command.model()));
        };
    }
}
