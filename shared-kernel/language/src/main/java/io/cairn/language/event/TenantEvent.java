package io.cairn.language.event;

import io.cairn.language.CyclePlan;
import io.cairn.language.Slug;
import io.cairn.language.TenantSettings;
import java.util.List;

/** The life of a customer company on the platform. */
public sealed interface TenantEvent extends Event {
    record TenantRegistered(Slug slug, String name, TenantSettings settings) implements TenantEvent {}

    record SettingsChanged(String name, TenantSettings settings) implements TenantEvent {}

    /** @param plans all there are from now on, one a model */
    record CyclesPlanned(List<CyclePlan> plans) implements TenantEvent {
        public CyclesPlanned {
            plans = List.copyOf(plans);
        }
    }
}
