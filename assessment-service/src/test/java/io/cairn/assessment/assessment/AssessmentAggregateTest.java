package io.cairn.assessment.assessment;

import static io.cairn.assessment.assessment.AssessmentScenario.ANN;
import static io.cairn.assessment.assessment.AssessmentScenario.BUDGET;
import static io.cairn.assessment.assessment.AssessmentScenario.HALF;
import static io.cairn.assessment.assessment.AssessmentScenario.MODEL;
import static io.cairn.assessment.assessment.AssessmentScenario.TEAM;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.YES;
import static io.cairn.assessment.assessment.AssessmentScenario.agreed;
import static io.cairn.assessment.assessment.AssessmentScenario.assign;
import static io.cairn.assessment.assessment.AssessmentScenario.assigned;
import static io.cairn.assessment.assessment.AssessmentScenario.cancel;
import static io.cairn.assessment.assessment.AssessmentScenario.cancelled;
import static io.cairn.assessment.assessment.AssessmentScenario.finalizeIt;
import static io.cairn.assessment.assessment.AssessmentScenario.finalized;
import static io.cairn.assessment.assessment.AssessmentScenario.open;
import static io.cairn.assessment.assessment.AssessmentScenario.opened;
import static io.cairn.assessment.assessment.AssessmentScenario.overridden;
import static io.cairn.assessment.assessment.AssessmentScenario.override;
import static io.cairn.assessment.assessment.AssessmentScenario.record;
import static io.cairn.assessment.assessment.AssessmentScenario.recorded;
import static io.cairn.assessment.assessment.AssessmentScenario.reopen;
import static io.cairn.assessment.assessment.AssessmentScenario.reopened;
import static io.cairn.assessment.assessment.AssessmentScenario.returnIt;
import static io.cairn.assessment.assessment.AssessmentScenario.returned;
import static io.cairn.assessment.assessment.AssessmentScenario.round;
import static io.cairn.assessment.assessment.AssessmentScenario.settle;
import static io.cairn.assessment.assessment.AssessmentScenario.startRound;
import static io.cairn.assessment.assessment.AssessmentScenario.submit;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;
import static io.cairn.assessment.assessment.AssessmentScenario.team;
import static io.cairn.assessment.assessment.AssessmentScenario.unassign;
import static io.cairn.assessment.assessment.AssessmentScenario.voted;
import static io.cairn.assessment.assessment.AssessmentScenario.withdraw;
import static io.cairn.platform.command.AggregateFixtures.seen;

import io.cairn.assessment.model.Models;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.RespondentUnassigned;
import io.cairn.maturity.MaturityModel;
import io.cairn.platform.command.AggregateFixtures;
import io.cairn.platform.command.Command;
import io.cairn.platform.command.StaleVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That every command finds its decision, its model and its past; what is decided is tested with the decisions. */
class AssessmentAggregateTest {
    private final FixtureConfiguration<AssessmentAggregate> assessment =
            AggregateFixtures.of(AssessmentAggregate.class, new OnlyModel());

    static Stream<Arguments> every_command_is_done() {
        var half = Map.of(TEAM, team("some"));
        return Stream.of(
                Arguments.of(List.of(), open(), opened()),
                Arguments.of(List.of(opened()), record(VISION, YES), recorded(VISION, YES)),
                Arguments.of(
                        List.of(opened(), recorded(VISION, YES)),
                        withdraw(VISION),
                        new AnswerWithdrawn(VISION, YES, null)),
                Arguments.of(
                        List.of(opened(), recorded(BUDGET, HALF)),
                        override(BUDGET, "2"),
                        overridden(BUDGET, "1.0", "2")),
                Arguments.of(List.of(opened()), assign(ANN), assigned(ANN)),
                Arguments.of(List.of(opened(), assigned(ANN)), unassign(ANN), new RespondentUnassigned(ANN, null)),
                Arguments.of(List.of(opened(), assigned(ANN)), settle(VISION, YES), agreed(VISION, null, YES)),
                Arguments.of(
                        List.of(opened(), assigned(ANN), voted(ANN, VISION, YES)),
                        startRound(VISION),
                        round(VISION, null)),
                Arguments.of(List.of(opened()), submit(), submitted()),
                Arguments.of(List.of(opened(), submitted()), returnIt(), returned()),
                Arguments.of(
                        List.of(opened(), recorded(TEAM, team("some")), submitted()), finalizeIt(), finalized(half)),
                Arguments.of(List.of(opened(), submitted(), finalized(half)), reopen(), reopened()),
                Arguments.of(List.of(opened()), cancel(), cancelled()));
    }

    @ParameterizedTest
    @MethodSource
    void every_command_is_done(List<AssessmentEvent> given, Command command, AssessmentEvent then) {
        (given.isEmpty() ? assessment.givenNoPriorActivity() : assessment.given(given))
                .when(command)
                .expectEvents(then);
    }

    static Stream<Command> every_command_on_nothing_is_refused() {
        return Stream.of(
                record(VISION, YES),
                withdraw(VISION),
                assign(ANN),
                unassign(ANN),
                settle(VISION, YES),
                startRound(VISION),
                override(BUDGET, "2"),
                submit(),
                returnIt(),
                finalizeIt(),
                reopen(),
                cancel());
    }

    @ParameterizedTest
    @MethodSource
    void every_command_on_nothing_is_refused(Command command) {
        assessment
                .givenNoPriorActivity()
                .when(command)
                .expectNoEvents()
                .expectException(refusal(new Rejection.NotFound("assessment")));
    }

    @Test
    void a_repeated_answer_is_done_and_changes_nothing() {
        assessment
                .given(opened(), recorded(VISION, YES))
                .when(record(VISION, YES))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_repeated_opening_is_refused() {
        assessment
                .given(opened())
                .when(open())
                .expectNoEvents()
                .expectException(refusal(new Rejection.AlreadyExists("assessment", AssessmentScenario.ASSESSMENT)));
    }

    @Test
    void a_step_by_somebody_who_has_not_seen_the_last_answer_is_stale() {
        assessment
                .given(opened(), recorded(VISION, YES))
                .when(submit(), seen(0))
                .expectNoEvents()
                .expectException(StaleVersion.class);
    }

    private static org.hamcrest.Matcher<Throwable> refusal(Rejection reason) {
        return Matchers.allOf(
                Matchers.instanceOf(Rejected.class),
                Matchers.hasProperty("message", Matchers.equalTo(reason.toString())));
    }

    /** The tenant's only model. */
    private record OnlyModel() implements Models {
        @Override
        public MaturityModel published(TenantId tenant, ModelRef ref) {
            return MODEL;
        }

        @Override
        public MaturityModel usable(TenantId tenant, ModelRef ref) {
            return MODEL;
        }

        @Override
        public ModelRef latest(TenantId tenant, ModelKey key) {
            return MODEL.ref();
        }
    }
}
