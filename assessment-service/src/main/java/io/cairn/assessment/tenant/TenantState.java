package io.cairn.assessment.tenant;

import io.cairn.language.CyclePlan;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Slug;
import io.cairn.language.TenantSettings;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.TenantEvent.CyclesPlanned;
import io.cairn.language.event.TenantEvent.SettingsChanged;
import io.cairn.language.event.TenantEvent.TenantRegistered;
import java.util.List;

/** What is known of a tenant: nothing until it is registered. */
sealed interface TenantState {
    TenantState NONE = new Unknown();

    record Unknown() implements TenantState {}

    record Registered(Slug slug, String name, TenantSettings settings, List<CyclePlan> plans) implements TenantState {
        public Registered {
            plans = List.copyOf(plans);
        }
    }

    default TenantState evolve(TenantEvent event) {
        return switch (event) {
            case TenantRegistered it -> new Registered(it.slug(), it.name(), it.settings(), List.of());
            case SettingsChanged it ->
                new Registered(
                        registered().slug(),
                        it.name(),
                        it.settings(),
                        registered().plans());
            case CyclesPlanned it ->
                new Registered(
                        registered().slug(), registered().name(), registered().settings(), it.plans());
        };
    }

    default Registered registered() {
        return switch (this) {
            case Unknown ignored -> throw new Rejected(new Rejection.NotFound("tenant"));
            case Registered it -> it;
        };
    }
}
