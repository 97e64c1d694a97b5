package io.cairn.assessment.journey;

import static io.cairn.assessment.assessment.AssessmentScenario.ALL;
import static io.cairn.assessment.journey.JourneyScenario.ANNA;
import static io.cairn.assessment.journey.JourneyScenario.HIGH;
import static io.cairn.assessment.journey.JourneyScenario.LOW;
import static io.cairn.assessment.journey.JourneyScenario.MIDDLE;
import static io.cairn.assessment.journey.JourneyScenario.Q1;
import static io.cairn.assessment.journey.JourneyScenario.Q2;
import static io.cairn.assessment.journey.JourneyScenario.Q3;
import static io.cairn.assessment.journey.JourneyScenario.REF;
import static io.cairn.assessment.journey.JourneyScenario.TOP;
import static io.cairn.assessment.journey.JourneyScenario.UNIT;
import static io.cairn.assessment.journey.JourneyScenario.again;
import static io.cairn.assessment.journey.JourneyScenario.held;
import static io.cairn.assessment.journey.JourneyScenario.moved;
import static io.cairn.assessment.journey.JourneyScenario.proposed;
import static io.cairn.assessment.journey.JourneyScenario.proposedAnew;
import static io.cairn.assessment.journey.JourneyScenario.rejected;

import io.cairn.assessment.testing.SnapshotContract;
import io.cairn.language.Direction;
import io.cairn.language.FreeText;
import io.cairn.language.Period;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneySnapshotTest {
    private static final Period Q4 = Period.parse("2026-Q4");

    private final SnapshotContract<JourneyAggregate> contract = new SnapshotContract<>(
            JourneyAggregate.class,
            List.of(
                    proposed(Q1, LOW),
                    moved(Q1, null, LOW, Direction.INITIAL).event(),
                    proposed(Q2, TOP),
                    moved(Q2, LOW, HIGH, Direction.ADVANCE)
                            .skipping(MIDDLE)
                            .by(ANNA)
                            .overridden()
                            .because(FreeText.of("see the audit"))
                            .event(),
                    proposed(Q3, LOW),
                    rejected(Q3),
                    proposed(Q4, HIGH),
                    held(Q4, MIDDLE),
                    proposedAnew(Q4, TOP),
                    again(9, Q1, LOW),
                    TargetsTest.set(MIDDLE, Q2),
                    new TargetReached(UNIT, REF, null, Q2, MIDDLE, Q2, HIGH),
                    new TargetSet(UNIT, REF, ALL, Q3, HIGH, FreeText.of("the board wants it")),
                    new TargetMissed(UNIT, REF, ALL, Q3, HIGH, LOW),
                    TargetsTest.set(TOP, Q4)));

    @Test
    void a_snapshot_and_the_events_behind_it_tell_what_all_events_tell() {
        contract.a_snapshot_and_the_events_behind_it_tell_what_all_events_tell();
    }

    @Test
    void words_can_be_erased() {
        contract.words_can_be_erased("the board wants it");
    }

    @Test
    void its_form_is_the_one_of_its_revision() {
        contract.its_form_is_the_one_of_its_revision();
    }
}
