package io.cairn.assessment.model;

import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.ModelEvent;
import io.cairn.platform.command.Command;
import java.util.List;

/** A model is drafted from another one; unlike {@link DraftModel} it never replaces a draft that is there already. */
record CloneModel(TenantId tenant, ModelRef model, String definition, String digest) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.model(tenant, model.key());
    }

    static List<ModelEvent> decide(CloneModel command, ModelState state) {
        if (state.version(command.model().version()).isPresent())
            throw new Rejected(new Rejection.AlreadyExists("model version", null));
        return DraftModel.decide(
                new DraftModel(command.tenant(), command.model(), command.definition(), command.digest()), state);
    }
}
