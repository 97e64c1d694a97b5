package io.cairn.assessment.journey.proposing;

import static io.cairn.assessment.assessment.AssessmentScenario.ALL;
import static io.cairn.assessment.assessment.AssessmentScenario.ASSESSMENT;
import static io.cairn.assessment.assessment.AssessmentScenario.BUDGET;
import static io.cairn.assessment.assessment.AssessmentScenario.CALENDAR;
import static io.cairn.assessment.assessment.AssessmentScenario.HALF;
import static io.cairn.assessment.assessment.AssessmentScenario.PERIOD;
import static io.cairn.assessment.assessment.AssessmentScenario.REF;
import static io.cairn.assessment.assessment.AssessmentScenario.TENANT;
import static io.cairn.assessment.assessment.AssessmentScenario.UNIT;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.YES;
import static io.cairn.assessment.assessment.AssessmentScenario.finalized;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ActorId;
import io.cairn.language.Cadence;
import io.cairn.language.DimensionStage;
import io.cairn.language.Profile;
import io.cairn.language.StageRef;
import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantSettings;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.platform.command.Command;
import io.cairn.platform.command.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhenAssessmentFinalizedThenProposeStageTest {
    private static final UUID REQUEST = new UUID(0, 1);
    private static final UUID EVENT = new UUID(0, 2);

    private record Sent(Command command, Origin origin) {}

    private final List<Sent> sent = new ArrayList<>();

    private final WhenAssessmentFinalizedThenProposeStage policy = new WhenAssessmentFinalizedThenProposeStage(
            (command, origin, expected) -> {
                sent.add(new Sent(command, origin));
                return new Receipt(0, 1, List.of());
            },
            tenant -> new TenantSettings(
                    CALENDAR,
                    Cadence.QUARTERLY,
                    TransitionPolicy.CONFIRMED,
                    new TenantSettings.CompanyProfile(null, null, null)));

    @Test
    void the_stage_found_is_proposed_under_the_tenants_policy() {
        policy.when(stored(finalized(Map.of(VISION, YES, BUDGET, HALF)), REQUEST));
        assertThat(sent)
                .containsExactly(new Sent(
                        new ProposeStage(
                                TENANT,
                                UNIT,
                                REF,
                                PERIOD,
                                ASSESSMENT,
                                7,
                                new StageRef(2, "middle"),
                                List.of(new DimensionStage(ALL, new StageRef(2, "middle"))),
                                TransitionPolicy.CONFIRMED),
                        new Origin(
                                new ActorId("policy:when-assessment-finalized-then-propose-stage"),
                                Channel.POLICY,
                                REQUEST,
                                EVENT)));
    }

    @Test
    void what_goes_back_to_no_request_goes_back_to_the_event() {
        policy.when(stored(finalized(Map.of(VISION, YES, BUDGET, HALF)), null));
        assertThat(sent)
                .singleElement()
                .extracting(it -> it.origin().correlation())
                .isEqualTo(EVENT);
    }

    @Test
    void answers_that_tell_no_stage_propose_none() {
        var told = finalized(Map.of(VISION, YES, BUDGET, HALF));
        var profile = told.profile();
        var overall = new Profile.Overall(null, null, null, "too little is known", 1);
        var untold =
                new Profile(overall, profile.dimensions(), profile.views(), profile.blocking(), profile.confidence());
        policy.when(stored(new AssessmentFinalized(UNIT, REF, PERIOD, untold), REQUEST));
        assertThat(sent).isEmpty();
    }

    @Test
    void nothing_else_proposes_anything() {
        policy.when(stored(submitted(), REQUEST));
        assertThat(sent).isEmpty();
    }

    private static StoredEvent stored(AssessmentEvent event, @Nullable UUID correlation) {
        return new StoredEvent(
                9,
                new StreamId(TENANT, StreamType.ASSESSMENT, ASSESSMENT),
                7,
                EVENT,
                event,
                new Origin(new ActorId("user:anna"), Channel.API, correlation, null),
                Instant.EPOCH);
    }
}
