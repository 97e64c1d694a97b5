package io.cairn.assessment.tenant;

import io.cairn.language.CyclePlan;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Slug;
import io.cairn.language.TenantSettings;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.TenantEvent.BenchmarkJoined;
import io.cairn.language.event.TenantEvent.BenchmarkLeft;
import io.cairn.language.event.TenantEvent.CyclesPlanned;
import io.cairn.language.event.TenantEvent.SettingsChanged;
import io.cairn.language.event.TenantEvent.TenantClosed;
import io.cairn.language.event.TenantEvent.TenantRegistered;
import java.util.List;

/** What is known of a tenant: nothing until it is registered, and nothing can be done with it once it is closed. */
sealed interface TenantState {
    TenantState NONE = new Unknown();

    record Unknown() implements TenantState {}

    /** @param benchmarks whether its results count in benchmarks from the next release on */
    record Registered(Slug slug, String name, TenantSettings settings, List<CyclePlan> plans, boolean benchmarks)
            implements TenantState {
        public Registered {
            plans = List.copyOf(plans);
        }

        private Registered benchmarks(boolean counts) {
            return new Registered(slug, name, settings, plans, counts);
        }
    }

    /** @param last what it was */
    record Closed(Registered last) implements TenantState {}

    default TenantState evolve(TenantEvent event) {
        return switch (event) {
            case TenantRegistered it -> new Registered(it.slug(), it.name(), it.settings(), List.of(), false);
            case SettingsChanged it -> {
                var was = registered();
                yield new Registered(was.slug(), it.name(), it.settings(), was.plans(), was.benchmarks());
            }
            case CyclesPlanned it -> {
                var was = registered();
                yield new Registered(was.slug(), was.name(), was.settings(), it.plans(), was.benchmarks());
            }
            case BenchmarkJoined ignored -> registered().benchmarks(true);
            case BenchmarkLeft ignored -> registered().benchmarks(false);
            case TenantClosed ignored -> new Closed(registered());
        };
    }

    /** What is, or was when the tenant was closed: work under way then is still ended by its rules. */
    default Registered last() {
        return this instanceof Closed it ? it.last() : registered();
    }

    /** @throws Rejected where there is no such tenant, or no more */
    default Registered registered() {
        return switch (this) {
            case Registered it -> it;
            case Unknown ignored -> throw new Rejected(new Rejection.NotFound("tenant"));
            case Closed ignored -> throw new Rejected(new Rejection.NotFound("tenant"));
        };
    }
}
