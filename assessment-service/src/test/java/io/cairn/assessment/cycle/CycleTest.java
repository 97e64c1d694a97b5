package io.cairn.assessment.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.assessment.cycle.closing.CloseCycle;
import io.cairn.assessment.cycle.opening.OpenCycle;
import io.cairn.assessment.testing.SnapshotContract;
import io.cairn.language.CyclePlan;
import io.cairn.language.CycleScope;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.ReminderDays;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.CycleEvent.CycleClosed;
import io.cairn.language.event.CycleEvent.CycleOpened;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CycleTest {
    private static final TenantId ACME = TenantId.of(new Slug("acme"));
    private static final ModelRef MODEL = ModelRef.of("digital", "1.0.0");
    private static final CycleScope SCOPE = new CycleScope(null, List.of(new UnitCode("a"), new UnitCode("b")));
    private static final Period PERIOD = Period.parse("2026-Q4");
    private static final OpenCycle OPEN = new OpenCycle(
            ACME, new CyclePlan(MODEL, SCOPE, ReminderDays.DEFAULT), PERIOD, FiscalCalendar.parse("04-06"));
    private static final CloseCycle CLOSE = new CloseCycle(ACME, OPEN.stream().value(), FreeText.of("done"));
    private static final CycleOpened OPENED = new CycleOpened(
            MODEL, PERIOD, LocalDate.of(2027, 1, 6), LocalDate.of(2027, 4, 5), SCOPE, ReminderDays.DEFAULT);
    private static final CycleClosed CLOSED = new CycleClosed(FreeText.of("done"));

    private final SnapshotContract<CycleAggregate> contract =
            new SnapshotContract<>(CycleAggregate.class, List.of(OPENED, CLOSED));

    @Test
    void a_cycle_is_opened_with_the_days_of_its_period() {
        assertThat(OpenCycle.decide(OPEN, CycleState.NONE)).isEqualTo(List.of(OPENED));
    }

    @Test
    void there_is_one_of_a_model_in_a_period_also_when_it_is_closed_and_of_another_version() {
        var opened = CycleState.NONE.evolve(OPENED);
        var exists = new Rejection.AlreadyExists("cycle", OPEN.stream().value());
        rejected(() -> OpenCycle.decide(OPEN, opened), exists);
        var next = new CyclePlan(ModelRef.of("digital", "2.0.0"), SCOPE, ReminderDays.DEFAULT);
        var another = new OpenCycle(ACME, next, PERIOD, FiscalCalendar.parse("04-06"));
        assertThat(another.stream()).isEqualTo(OPEN.stream());
        rejected(() -> OpenCycle.decide(another, opened.evolve(CLOSED)), exists);
    }

    @Test
    void a_cycle_is_closed_once() {
        var opened = CycleState.NONE.evolve(OPENED);
        assertThat(CloseCycle.decide(CLOSE, opened)).isEqualTo(List.of(CLOSED));
        rejected(() -> CloseCycle.decide(CLOSE, opened.evolve(CLOSED)), new Rejection.CycleIsClosed());
    }

    @Test
    void what_was_never_opened_cannot_be_closed() {
        rejected(() -> CloseCycle.decide(CLOSE, CycleState.NONE), new Rejection.NotFound("cycle"));
    }

    @Test
    void a_snapshot_and_the_events_behind_it_tell_what_all_events_tell() {
        contract.a_snapshot_and_the_events_behind_it_tell_what_all_events_tell();
    }

    @Test
    void its_form_is_the_one_of_its_revision() {
        contract.its_form_is_the_one_of_its_revision();
    }

    private static void rejected(ThrowingCallable decision, Rejection reason) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(
                        Rejected.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }
}
