package io.cairn.assessment.model;

import io.cairn.assessment.testing.SnapshotContract;
import io.cairn.language.ModelRef;
import io.cairn.language.event.ModelEvent.ModelDrafted;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.language.event.ModelEvent.ModelVersionRetired;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelSnapshotTest {
    private static final ModelRef FIRST = ModelRef.of("own", "1.0.0");
    private static final ModelRef SECOND = ModelRef.of("own", "1.10.0");
    private static final ModelRef THIRD = ModelRef.of("own", "2.0.0");

    private final SnapshotContract<ModelAggregate> contract = new SnapshotContract<>(
            ModelAggregate.class,
            List.of(
                    new ModelDrafted(FIRST, "text", "digest"),
                    new ModelVersionPublished(FIRST, "text", "digest"),
                    new ModelDrafted(SECOND, "text 2", "digest 2"),
                    new ModelVersionPublished(SECOND, "text 2", "digest 2"),
                    new ModelVersionRetired(FIRST),
                    new ModelDrafted(THIRD, "text 3", "digest 3")));

    @Test
    void a_snapshot_and_the_events_behind_it_tell_what_all_events_tell() {
        contract.a_snapshot_and_the_events_behind_it_tell_what_all_events_tell();
    }

    @Test
    void its_form_is_the_one_of_its_revision() {
        contract.its_form_is_the_one_of_its_revision();
    }
}
