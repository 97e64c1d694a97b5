package io.cairn.assessment.tenant;

import io.cairn.assessment.testing.SnapshotContract;
import io.cairn.language.Cadence;
import io.cairn.language.CyclePlan;
import io.cairn.language.CycleScope;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.ModelRef;
import io.cairn.language.ReminderDays;
import io.cairn.language.Slug;
import io.cairn.language.TenantSettings;
import io.cairn.language.TenantSettings.CompanyProfile;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.UnitCode;
import io.cairn.language.event.TenantEvent.BenchmarkJoined;
import io.cairn.language.event.TenantEvent.CyclesPlanned;
import io.cairn.language.event.TenantEvent.SettingsChanged;
import io.cairn.language.event.TenantEvent.TenantRegistered;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantSnapshotTest {
    private final SnapshotContract<TenantAggregate> contract = new SnapshotContract<>(
            TenantAggregate.class,
            List.of(
                    new TenantRegistered(new Slug("acme"), "Acme Ltd", settings(TransitionPolicy.AUTOMATIC, null)),
                    new SettingsChanged("Acme plc", settings(TransitionPolicy.CONFIRMED, "large")),
                    new CyclesPlanned(List.of(new CyclePlan(
                            ModelRef.of("digital", "1.0.0"),
                            new CycleScope(new UnitCode("group"), List.of()),
                            ReminderDays.DEFAULT))),
                    new BenchmarkJoined()));

    private static TenantSettings settings(TransitionPolicy policy, @Nullable String size) {
        return new TenantSettings(
                FiscalCalendar.parse("04-01"), Cadence.QUARTERLY, policy, new CompanyProfile("retail", size, null));
    }

    @Test
    void a_snapshot_and_the_events_behind_it_tell_what_all_events_tell() {
        contract.a_snapshot_and_the_events_behind_it_tell_what_all_events_tell();
    }

    @Test
    void its_form_is_the_one_of_its_revision() {
        contract.its_form_is_the_one_of_its_revision();
    }
}
