package io.cairn.language.event;

import io.cairn.language.CyclePlan;
import io.cairn.language.FreeText;
import io.cairn.language.Slug;
import io.cairn.language.TenantSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The company lets its results count in benchmarks, from the next release on. */
    record BenchmarkJoined() implements TenantEvent {}

    /** From the next release on they count no more. What was released before stays. */
    record BenchmarkLeft() implements TenantEvent {}

    /** The last of all. Nobody gets in any more. */
    record TenantClosed(@Nullable FreeText reason) implements TenantEvent {}
}
