package io.cairn.assessment.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.assessment.roadmap.amending.RoadmapSteps;
import io.cairn.assessment.roadmap.planning.PlanAction;
import io.cairn.assessment.testing.SnapshotContract;
import io.cairn.language.ActionPlan;
import io.cairn.language.ActionStatus;
import io.cairn.language.ActorId;
import io.cairn.language.Aim;
import io.cairn.language.AnswerValue;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.RoadmapEvent.ActionChanged;
import io.cairn.language.event.RoadmapEvent.ActionCompleted;
import io.cairn.language.event.RoadmapEvent.ActionDropped;
import io.cairn.language.event.RoadmapEvent.ActionPlanned;
import io.cairn.language.event.RoadmapEvent.ActionStarted;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.ShippedModels;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RoadmapTest {
    private static final TenantId ACME = TenantId.of(new Slug("acme"));
    private static final UnitCode UNIT = new UnitCode("brand-a");
    private static final MaturityModel MODEL =
            ShippedModels.find(ModelRef.of("egdi", "2.0.0")).orElseThrow().model();
    private static final ActorId OWNER = new ActorId("key:owner");
    private static final ActorId OTHER = new ActorId("key:other");
    private static final ActionPlan PLAN = plan("Join the addresses", 0.6);
    private static final PlanAction COMMAND = new PlanAction(ACME, UNIT, MODEL.ref(), PLAN);
    private static final UUID FIRST = COMMAND.stream().part("action", "0");
    private static final ActionPlanned PLANNED = new ActionPlanned(FIRST, UNIT, MODEL.ref(), PLAN);
    private static final FreeText REASON = FreeText.of("Eve has left");
    private static final RoadmapState ONE = RoadmapState.NONE.evolve(PLANNED);
    private static final RoadmapSteps PLANNER = new RoadmapSteps(COMMAND, MODEL, FIRST, OTHER, true);
    private static final RoadmapSteps WHO_OWNS = new RoadmapSteps(COMMAND, MODEL, FIRST, OWNER, false);
    private static final RoadmapSteps SOMEBODY = new RoadmapSteps(COMMAND, MODEL, FIRST, OTHER, false);

    private final SnapshotContract<RoadmapAggregate> contract = new SnapshotContract<>(
            RoadmapAggregate.class,
            List.of(
                    PLANNED,
                    new ActionStarted(FIRST, null),
                    new ActionPlanned(UUID.fromString("11111111-1111-5111-8111-111111111111"), UNIT, MODEL.ref(), PLAN),
                    new ActionChanged(FIRST, PLAN, plan("Join all addresses", 0.7)),
                    new ActionCompleted(FIRST, REASON),
                    new ActionDropped(UUID.fromString("11111111-1111-5111-8111-111111111111"), REASON)));

    @Test
    void an_action_is_planned_with_an_id_of_its_own() {
        assertThat(decide(COMMAND, RoadmapState.NONE)).containsExactly(PLANNED);
        assertThat(decide(COMMAND, ONE).getFirst().action()).isNotEqualTo(FIRST);
    }

    @Test
    void what_is_wanted_lies_on_the_scale_of_a_question_of_the_model() {
        rejected(
                () -> decide(new PlanAction(ACME, UNIT, MODEL.ref(), plan("Too much", 7)), RoadmapState.NONE),
                new Rejection.InEntry(
                        "questions",
                        0,
                        new Rejection.OutsideScale(
                                new QuestionKey("osi"), "this question takes a number from 0 to 1, not 7")));
        var unknown = new ActionPlan(
                FreeText.of("What"),
                null,
                Period.parse("2026"),
                List.of(new Aim(new QuestionKey("nothing"), AnswerValue.of(1))),
                null,
                null);
        rejected(
                () -> decide(new PlanAction(ACME, UNIT, MODEL.ref(), unknown), RoadmapState.NONE),
                new Rejection.InEntry("questions", 0, new Rejection.UnknownQuestion(new QuestionKey("nothing"))));
    }

    @Test
    void an_action_is_started_and_completed_once() {
        assertThat(PLANNER.start(ONE)).containsExactly(new ActionStarted(FIRST, null));
        var started = ONE.evolve(new ActionStarted(FIRST, null));
        assertThat(PLANNER.start(started)).isEmpty();
        assertThat(PLANNER.complete(started)).containsExactly(new ActionCompleted(FIRST, null));
        var done = started.evolve(new ActionCompleted(FIRST, null));
        assertThat(PLANNER.complete(done)).isEmpty();
        rejected(() -> PLANNER.start(done), new Rejection.WrongActionStatus(ActionStatus.DONE, "start"));
        rejected(() -> PLANNER.drop(done, REASON), new Rejection.WrongActionStatus(ActionStatus.DONE, "drop"));
    }

    @Test
    void an_action_that_nobody_said_began_can_be_completed() {
        assertThat(PLANNER.complete(ONE)).containsExactly(new ActionCompleted(FIRST, null));
    }

    @Test
    void a_dropped_action_stays_dropped() {
        assertThat(PLANNER.drop(ONE, REASON)).containsExactly(new ActionDropped(FIRST, REASON));
        var dropped = ONE.evolve(new ActionDropped(FIRST, REASON));
        assertThat(PLANNER.drop(dropped, REASON)).isEmpty();
        rejected(() -> PLANNER.complete(dropped), new Rejection.WrongActionStatus(ActionStatus.DROPPED, "complete"));
        rejected(
                () -> PLANNER.change(dropped, plan("Anything", 0.5)),
                new Rejection.WrongActionStatus(ActionStatus.DROPPED, "change"));
    }

    @Test
    void a_change_tells_the_plan_before_it_and_none_tells_nothing() {
        var other = plan("Join all addresses", 0.7);
        assertThat(PLANNER.change(ONE, other)).containsExactly(new ActionChanged(FIRST, PLAN, other));
        assertThat(PLANNER.change(ONE, PLAN)).isEmpty();
    }

    @Test
    void the_owner_starts_and_completes_and_no_more() {
        assertThat(WHO_OWNS.start(ONE)).hasSize(1);
        assertThat(WHO_OWNS.complete(ONE)).hasSize(1);
        rejected(() -> WHO_OWNS.drop(ONE, REASON), new Rejection.OwnActionsOnly("drop"));
        rejected(() -> WHO_OWNS.change(ONE, plan("Less", 0.1)), new Rejection.OwnActionsOnly("change"));
        rejected(() -> SOMEBODY.start(ONE), new Rejection.OwnActionsOnly("start"));
        rejected(() -> SOMEBODY.complete(ONE), new Rejection.OwnActionsOnly("complete"));
    }

    @Test
    void what_was_never_planned_is_not_there() {
        rejected(() -> PLANNER.start(RoadmapState.NONE), new Rejection.NotFound("action"));
    }

    @Test
    void a_snapshot_and_the_events_behind_it_tell_what_all_events_tell() {
        contract.a_snapshot_and_the_events_behind_it_tell_what_all_events_tell();
    }

    @Test
    void its_form_is_the_one_of_its_revision() {
        contract.its_form_is_the_one_of_its_revision();
    }

    @Test
    void titles_can_be_erased() {
        contract.words_can_be_erased("Join all addresses");
    }

    private static List<RoadmapEvent> decide(PlanAction command, RoadmapState state) {
        return PlanAction.decide(command, state, MODEL);
    }

    private static ActionPlan plan(String title, double wanted) {
        return new ActionPlan(
                FreeText.of(title),
                OWNER,
                Period.parse("2026-Q4"),
                List.of(new Aim(new QuestionKey("osi"), AnswerValue.of(wanted))),
                4,
                2);
    }

    private static void rejected(ThrowingCallable decision, Rejection reason) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(
                        Rejected.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }
}
