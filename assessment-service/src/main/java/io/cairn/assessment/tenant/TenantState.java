package io.cairn.assessment.tenant;

import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Slug;
import io.cairn.language.TenantSettings;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.TenantEvent.SettingsChanged;
import io.cairn.language.event.TenantEvent.TenantRegistered;

/** What is known of a tenant: nothing until it is registered. */
sealed interface TenantState {
    TenantState NONE = new Unknown();

    record Unknown() implements TenantState {}

    record Registered(Slug slug, String name, TenantSettings settings) implements TenantState {}

    default TenantState evolve(TenantEvent event) {
        return switch (event) {
            case TenantRegistered it -> new Registered(it.slug(), it.name(), it.settings());
            case SettingsChanged it -> new Registered(registered().slug(), it.name(), it.settings());
        };
    }

    default Registered registered() {
        return switch (this) {
            case Unknown ignored -> throw new Rejected(new Rejection.NotFound("tenant"));
            case Registered it -> it;
        };
    }
}
