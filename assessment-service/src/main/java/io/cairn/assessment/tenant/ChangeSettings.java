package io.cairn.assessment.tenant;

import io.cairn.assessment.Name;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.TenantEvent.SettingsChanged;
import io.cairn.platform.command.Command;
import java.util.List;

/** A tenant works differently from now on. Periods already assessed keep their names. */
record ChangeSettings(TenantId tenant, Name name, TenantSettings settings) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.tenant(tenant);
    }

    static List<TenantEvent> decide(ChangeSettings command, TenantState state) {
        var now = state.registered();
        var same = now.name().equals(command.name().value()) && now.settings().equals(command.settings());
        return same ? List.of() : List.of(new SettingsChanged(command.name().value(), command.settings()));
    }
}
