package io.cairn.assessment.unit;

import io.cairn.assessment.testing.SnapshotContract;
import io.cairn.language.FreeText;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.language.event.UnitEvent.UnitMoved;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.cairn.language.event.UnitEvent.UnitRetired;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitSnapshotTest {
    private static final UnitCode BRAND = new UnitCode("brand-a");

    private final SnapshotContract<UnitAggregate> contract = new SnapshotContract<>(
            UnitAggregate.class,
            List.of(
                    new UnitAdded(BRAND, "Brand A", null),
                    new UnitMoved(BRAND, new UnitCode("group")),
                    new UnitRenamed(BRAND, "Brand B"),
                    new UnitRetired(BRAND, LocalDate.of(2026, 11, 22), FreeText.of("sold"))));

    @Test
    void a_snapshot_and_the_events_behind_it_tell_what_all_events_tell() {
        contract.a_snapshot_and_the_events_behind_it_tell_what_all_events_tell();
    }

    @Test
    void its_form_is_the_one_of_its_revision() {
        contract.its_form_is_the_one_of_its_revision();
    }
}
