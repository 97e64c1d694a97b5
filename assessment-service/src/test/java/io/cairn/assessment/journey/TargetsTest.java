package io.cairn.assessment.journey;

import static io.cairn.assessment.assessment.AssessmentScenario.ALL;
import static io.cairn.assessment.journey.JourneyScenario.BECAUSE;
import static io.cairn.assessment.journey.JourneyScenario.HIGH;
import static io.cairn.assessment.journey.JourneyScenario.LOW;
import static io.cairn.assessment.journey.JourneyScenario.MIDDLE;
import static io.cairn.assessment.journey.JourneyScenario.Q1;
import static io.cairn.assessment.journey.JourneyScenario.Q2;
import static io.cairn.assessment.journey.JourneyScenario.Q3;
import static io.cairn.assessment.journey.JourneyScenario.REF;
import static io.cairn.assessment.journey.JourneyScenario.TENANT;
import static io.cairn.assessment.journey.JourneyScenario.TOP;
import static io.cairn.assessment.journey.JourneyScenario.UNIT;
import static io.cairn.assessment.journey.JourneyScenario.automatically;
import static io.cairn.assessment.journey.JourneyScenario.automaticallyAnew;
import static io.cairn.assessment.journey.JourneyScenario.confirmed;
import static io.cairn.assessment.journey.JourneyScenario.decide;
import static io.cairn.assessment.journey.JourneyScenario.found;
import static io.cairn.assessment.journey.JourneyScenario.given;
import static io.cairn.assessment.journey.JourneyScenario.held;
import static io.cairn.assessment.journey.JourneyScenario.moved;
import static io.cairn.assessment.journey.JourneyScenario.proposed;
import static io.cairn.assessment.journey.JourneyScenario.proposedAnew;
import static io.cairn.assessment.journey.JourneyScenario.rejected;
import static io.cairn.assessment.journey.Target.Status.MISSED;
import static io.cairn.assessment.journey.Target.Status.OPEN;
import static io.cairn.assessment.journey.Target.Status.REACHED;
import static io.cairn.language.Direction.ADVANCE;
import static io.cairn.language.Direction.INITIAL;
import static io.cairn.language.Direction.REGRESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.journey.deciding.Verdict.Override;
import io.cairn.assessment.journey.deciding.Verdict.Reject;
import io.cairn.assessment.journey.targets.NoticeMissedTargets;
import io.cairn.assessment.journey.targets.SetTargets;
import io.cairn.assessment.journey.targets.SetTargets.Wanted;
import io.cairn.language.DimensionKey;
import io.cairn.language.DimensionStage;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.Period;
import io.cairn.language.Rejection;
import io.cairn.language.Rejection.InEntry;
import io.cairn.language.StageRef;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetReopened;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.JourneyEvent.TargetWithdrawn;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fiscal years from April: the first quarter of 2026 ends on 30 June, the second on 30 September. */
public class TargetsTest {
    private static final FiscalCalendar CALENDAR = FiscalCalendar.parse("04-01");

    @Test
    void a_target_is_set_by_a_stages_key_or_its_ordinal() {
        given().when(targets(wanted("high", Q2))).then(set(HIGH, Q2));
        given().when(targets(wanted("3", Q2))).then(set(HIGH, Q2));
    }

    @Test
    void the_same_list_again_changes_nothing() {
        given(set(HIGH, Q2)).when(targets(wanted("high", Q2))).thenNothing();
    }

    @Test
    void the_list_is_what_holds_from_now_on() {
        given(set(HIGH, Q2), set(TOP, Q3))
                .when(targets(wanted("middle", Q1), wanted("top", Q3)))
                .then(new TargetWithdrawn(UNIT, REF, null, Q2), set(MIDDLE, Q1));
        given(set(HIGH, Q2)).when(targets()).then(new TargetWithdrawn(UNIT, REF, null, Q2));
    }

    @Test
    void another_stage_or_another_reason_is_set_in_place_of_the_one_there_was() {
        given(set(HIGH, Q2)).when(targets(wanted("top", Q2))).then(set(TOP, Q2));
        var reasoned = new TargetSet(UNIT, REF, null, Q2, HIGH, BECAUSE);
        given(set(HIGH, Q2))
                .when(targets(new Wanted(null, "high", Q2, BECAUSE)))
                .then(reasoned);
        assertThat(given(set(HIGH, Q2), automatically(Q1, HIGH), reasoned)
                        .state()
                        .targets()
                        .all())
                .singleElement()
                .extracting(Target::status)
                .isEqualTo(REACHED);
    }

    @Test
    void a_dimension_and_the_whole_have_each_their_own() {
        var state = given(set(HIGH, Q2), set(ALL, MIDDLE, Q2)).state();
        assertThat(state.targets().all()).extracting(Target::stage).containsExactly(HIGH, MIDDLE);
    }

    @Test
    void what_cannot_be_a_target_is_refused_with_its_place() {
        given().when(targets(wanted("high", Q2), wanted("world-class", Q3)))
                .thenRejected(new InEntry("targets", 1, new Rejection.UnknownStage("world-class")));
        given().when(targets(wanted("none", Q2)))
                .thenRejected(new InEntry("targets", 0, new Rejection.UnknownStage("none")));
        var dimension = new DimensionKey("courage");
        given().when(targets(new Wanted(dimension, "high", Q2, null)))
                .thenRejected(new InEntry("targets", 0, new Rejection.UnknownDimension(dimension)));
        given().when(targets(wanted("high", Q2), wanted("top", Q2)))
                .thenRejected(new InEntry("targets", 1, new Rejection.SameTargetTwice(null, Q2)));
        var past = Period.parse("2025-Q4");
        given().when(targets(wanted("high", past)))
                .thenRejected(new InEntry("targets", 0, new Rejection.TargetPeriodIsOver(past)));
    }

    @Test
    void a_target_that_is_over_may_stay_in_the_list() {
        var past = Period.parse("2025-Q4");
        given(set(HIGH, past)).when(targets(wanted("high", past))).thenNothing();
    }

    @Test
    void where_the_unit_stands_there_already_it_is_told_at_once() {
        given(automatically(Q1, TOP)).when(targets(wanted("high", Q2))).then(set(HIGH, Q2), reached(HIGH, Q2, Q1, TOP));
    }

    @Test
    void where_it_has_been_before_does_not_count() {
        given(automatically(Q1, TOP), automatically(Q2, LOW))
                .when(targets(wanted("high", Q3)))
                .then(set(HIGH, Q3));
    }

    @Test
    void a_stage_decided_by_then_reaches_it() {
        given(set(HIGH, Q2))
                .when(automatically(Q1, MIDDLE))
                .then(proposed(Q1, MIDDLE), moved(Q1, null, MIDDLE, INITIAL));
        given(set(HIGH, Q2), automatically(Q1, MIDDLE))
                .when(automatically(Q2, TOP))
                .then(proposed(Q2, TOP), moved(Q2, MIDDLE, TOP, ADVANCE).skipping(HIGH), reached(HIGH, Q2, Q2, TOP));
    }

    @Test
    void it_is_the_decided_stage_that_counts() {
        given(set(HIGH, Q2)).when(confirmed(Q2, HIGH)).then(proposed(Q2, HIGH));
        var decided = given(set(HIGH, Q2), confirmed(Q2, MIDDLE), decide(Q2, new Override("high", BECAUSE)));
        assertThat(decided.state().targets().all())
                .singleElement()
                .extracting(Target::status)
                .isEqualTo(REACHED);
    }

    @Test
    void a_dimension_counts_as_it_was_found() {
        given(set(ALL, HIGH, Q2))
                .when(found(Q2, LOW, HIGH, 5))
                .then(
                        proposedWith(Q2, LOW, HIGH),
                        moved(Q2, null, LOW, INITIAL),
                        new TargetReached(UNIT, REF, ALL, Q2, HIGH, Q2, HIGH));
        given(set(ALL, HIGH, Q2))
                .when(found(Q2, HIGH, LOW, 5))
                .then(proposedWith(Q2, HIGH, LOW), moved(Q2, null, HIGH, INITIAL));
    }

    @Test
    void reached_once_it_stays_reached_when_the_unit_falls_back() {
        given(set(HIGH, Q3), automatically(Q1, HIGH))
                .when(automatically(Q2, LOW))
                .then(proposed(Q2, LOW), moved(Q2, HIGH, LOW, REGRESS));
    }

    @Test
    void an_earlier_period_that_comes_late_tells_it_anew() {
        given(set(HIGH, Q3), automatically(Q2, HIGH))
                .when(automatically(Q1, HIGH))
                .then(proposed(Q1, HIGH), moved(Q1, null, HIGH, INITIAL), held(Q2, HIGH), reached(HIGH, Q3, Q1, HIGH));
    }

    @Test
    void a_correction_takes_it_back() {
        var corrected = given(set(HIGH, Q2), automatically(Q1, HIGH));
        corrected
                .when(automaticallyAnew(Q1, LOW))
                .then(
                        proposedAnew(Q1, LOW),
                        moved(Q1, null, LOW, INITIAL).anew(),
                        new TargetReopened(UNIT, REF, null, Q2, HIGH));
        var target = corrected
                .and(automaticallyAnew(Q1, LOW))
                .state()
                .targets()
                .all()
                .getFirst();
        assertThat(target.status()).isEqualTo(OPEN);
    }

    @Test
    void the_day_after_its_last_it_is_missed() {
        given(set(HIGH, Q2), automatically(Q1, LOW)).when(look("2026-09-30")).thenNothing();
        var missed = given(set(HIGH, Q2), automatically(Q1, LOW));
        missed.when(look("2026-10-01")).then(missed(HIGH, Q2, LOW));
        missed.and(look("2026-10-01")).when(look("2026-10-02")).thenNothing();
    }

    @Test
    void reached_it_is_never_missed() {
        given(set(HIGH, Q2), automatically(Q1, HIGH)).when(look("2026-10-01")).thenNothing();
    }

    @Test
    void as_long_as_a_proposal_may_reach_it_nobody_knows() {
        var waiting = given(set(HIGH, Q2), confirmed(Q2, HIGH));
        waiting.when(look("2026-10-01")).thenNothing();
        waiting.and(decide(Q2, new Reject(BECAUSE))).when(look("2026-10-01")).then(missed(HIGH, Q2, null));
        given(set(HIGH, Q2), confirmed(Q2, MIDDLE)).when(look("2026-10-01")).then(missed(HIGH, Q2, null));
        given(set(HIGH, Q2), confirmed(Q3, HIGH)).when(look("2026-10-01")).then(missed(HIGH, Q2, null));
    }

    @Test
    void a_stage_of_the_period_decided_after_its_end_is_in_time() {
        var late = given(set(HIGH, Q2), look("2026-10-01"));
        late.when(automatically(Q2, HIGH))
                .then(proposed(Q2, HIGH), moved(Q2, null, HIGH, INITIAL), reached(HIGH, Q2, Q2, HIGH));
        assertThat(status(late.and(automatically(Q2, HIGH)))).isEqualTo(REACHED);
    }

    @Test
    void reached_by_a_later_period_it_is_missed_and_reached_late() {
        var late = given(set(HIGH, Q1), automatically(Q1, LOW), look("2026-07-01"));
        late.when(automatically(Q2, HIGH))
                .then(proposed(Q2, HIGH), moved(Q2, LOW, HIGH, ADVANCE).skipping(MIDDLE), reached(HIGH, Q1, Q2, HIGH));
        assertThat(status(late.and(automatically(Q2, HIGH)))).isEqualTo(MISSED);
    }

    @Test
    void a_longer_period_that_ends_with_it_is_in_time() {
        var year = Period.parse("2026");
        var quarter = Period.parse("2026-Q4");
        given(set(HIGH, quarter))
                .when(automatically(year, HIGH))
                .then(proposed(year, HIGH), moved(year, null, HIGH, INITIAL), reached(HIGH, quarter, year, HIGH));
    }

    @Test
    void a_later_period_counts_once_its_own_is_over() {
        var early = given(set(HIGH, Q1), automatically(Q1, LOW), automatically(Q2, HIGH));
        assertThat(status(early)).isEqualTo(OPEN);
        early.when(look("2026-07-01")).then(missed(HIGH, Q1, LOW), reached(HIGH, Q1, Q2, HIGH));
    }

    @Test
    void a_correction_of_a_missed_target_tells_it_anew() {
        var missed = given(set(HIGH, Q1), automatically(Q1, LOW), look("2026-07-01"));
        missed.when(automaticallyAnew(Q1, HIGH))
                .then(proposedAnew(Q1, HIGH), moved(Q1, null, HIGH, INITIAL).anew(), reached(HIGH, Q1, Q1, HIGH));
        missed.and(automaticallyAnew(Q1, HIGH))
                .when(found(Q1, MIDDLE, LOW, 13))
                .then(proposed(Q1, MIDDLE, 13), moved(Q1, null, MIDDLE, INITIAL).of(13), missed(HIGH, Q1, MIDDLE));
    }

    @Test
    void reached_late_can_be_taken_back_too() {
        given(set(HIGH, Q1), automatically(Q1, LOW), look("2026-07-01"), automatically(Q2, HIGH))
                .when(automaticallyAnew(Q2, LOW))
                .then(
                        proposedAnew(Q2, LOW),
                        new StageHeld(JourneyScenario.proposalOf(Q2, 9), UNIT, REF, Q2, LOW, null, null),
                        missed(HIGH, Q1, LOW));
    }

    @Test
    void a_rejected_stage_reaches_nothing() {
        given(set(HIGH, Q2), confirmed(Q1, HIGH))
                .when(decide(Q1, new Reject(BECAUSE)))
                .then(rejected(Q1));
    }

    public static SetTargets targets(Wanted... wanted) {
        return new SetTargets(TENANT, UNIT, REF, List.of(wanted), CALENDAR, LocalDate.parse("2026-04-01"));
    }

    public static Wanted wanted(String stage, Period period) {
        return new Wanted(null, stage, period, null);
    }

    public static NoticeMissedTargets look(String today) {
        return new NoticeMissedTargets(TENANT, UNIT, REF.key(), CALENDAR, LocalDate.parse(today));
    }

    public static TargetSet set(StageRef stage, Period period) {
        return new TargetSet(UNIT, REF, null, period, stage, null);
    }

    private static TargetSet set(DimensionKey dimension, StageRef stage, Period period) {
        return new TargetSet(UNIT, REF, dimension, period, stage, null);
    }

    public static TargetMissed missed(StageRef stage, Period period, @Nullable StageRef at) {
        return new TargetMissed(UNIT, REF, null, period, stage, at);
    }

    private static TargetReached reached(StageRef target, Period period, Period in, StageRef stage) {
        return new TargetReached(UNIT, REF, null, period, target, in, stage);
    }

    private static StageProposed proposedWith(Period period, StageRef stage, StageRef dimension) {
        var plain = proposed(period, stage);
        return new StageProposed(
                plain.proposal(),
                UNIT,
                REF,
                period,
                plain.assessment(),
                stage,
                List.of(new DimensionStage(ALL, dimension)),
                null,
                null);
    }

    private static Target.Status status(JourneyScenario scenario) {
        return scenario.state().targets().all().getFirst().status();
    }
}
