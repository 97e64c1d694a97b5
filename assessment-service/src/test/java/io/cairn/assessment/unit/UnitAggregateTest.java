package io.cairn.assessment.unit;

import static io.cairn.platform.command.AggregateFixtures.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.assessment.Name;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.language.event.UnitEvent.UnitMoved;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.cairn.language.event.UnitEvent.UnitRetired;
import io.cairn.platform.command.AggregateFixtures;
import io.cairn.platform.command.StaleVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class UnitAggregateTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final UnitCode BRAND = new UnitCode("brand-a");
    private static final UnitCode GROUP = new UnitCode("group");
    private static final UnitCode TOP = new UnitCode("top");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UnitAdded ADDED = new UnitAdded(BRAND, "Brand A", GROUP);

    private final FixtureConfiguration<UnitAggregate> unit = AggregateFixtures.of(UnitAggregate.class);

    private static AmendUnit amend(UnitChange... changes) {
        return new AmendUnit(TENANT, BRAND, List.of(changes), TODAY);
    }

    private static void refused(AmendUnit command, Rejection reason, UnitEvent... before) {
        var state = UnitState.NONE;
        for (var event : before) state = state.evolve(event);
        var known = state;
        assertThatThrownBy(() -> AmendUnit.decide(command, known))
                .isInstanceOfSatisfying(
                        Rejected.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }

    @Test
    void a_unit_joins_the_tree() {
        unit.givenNoPriorActivity()
                .when(new AddUnit(TENANT, BRAND, new Name("Brand A"), GROUP))
                .expectEvents(ADDED);
    }

    @Test
    void a_code_is_given_once_even_after_retirement() {
        unit.given(ADDED, new UnitRetired(BRAND, TODAY.minusYears(1), null))
                .when(new AddUnit(TENANT, BRAND, new Name("Brand A"), null))
                .expectException(Rejected.class)
                .expectNoEvents();
    }

    @Test
    void several_changes_come_together() {
        unit.given(ADDED)
                .when(amend(
                        new RenameUnit(new Name("Brand B")),
                        new MoveUnit(List.of(TOP)),
                        new RetireUnit(TODAY, FreeText.of("sold"))))
                .expectEvents(
                        new UnitRenamed(BRAND, "Brand B"),
                        new UnitMoved(BRAND, TOP),
                        new UnitRetired(BRAND, TODAY, FreeText.of("sold")));
    }

    @Test
    void what_is_so_already_changes_nothing() {
        unit.given(ADDED, new UnitRetired(BRAND, TODAY, null))
                .when(amend(
                        new RenameUnit(new Name("Brand A")),
                        new MoveUnit(List.of(GROUP, TOP)),
                        new RetireUnit(TODAY, null)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_unit_goes_to_the_top() {
        unit.given(ADDED).when(amend(new MoveUnit(List.of()))).expectEvents(new UnitMoved(BRAND, null));
    }

    @Test
    void a_unit_is_not_placed_below_itself() {
        refused(amend(new MoveUnit(List.of(BRAND))), new Rejection.UnitBelowItself(BRAND, BRAND), ADDED);
    }

    @Test
    void a_unit_is_not_placed_below_one_that_is_below_it() {
        var below = new UnitCode("below");
        refused(amend(new MoveUnit(List.of(below, BRAND, GROUP))), new Rejection.UnitBelowItself(BRAND, below), ADDED);
    }

    @Test
    void an_announced_retirement_may_still_be_moved() {
        unit.given(ADDED, new UnitRetired(BRAND, TODAY.plusDays(9), null))
                .when(amend(new RetireUnit(TODAY.plusDays(30), null)))
                .expectEvents(new UnitRetired(BRAND, TODAY.plusDays(30), null));
    }

    @Test
    void a_retired_unit_stays_as_it_was() {
        refused(
                amend(new RenameUnit(new Name("again"))),
                new Rejection.UnitIsRetired(BRAND),
                ADDED,
                new UnitRetired(BRAND, TODAY.minusDays(1), null));
    }

    @Test
    void a_stranger_finds_nothing_to_change() {
        refused(amend(new RenameUnit(new Name("mine"))), new Rejection.NotFound("unit"));
    }

    @Test
    void a_change_of_what_another_has_changed_meanwhile_is_refused() {
        unit.given(ADDED, new UnitRenamed(BRAND, "B"))
                .when(amend(new RenameUnit(new Name("C"))), seen(0))
                .expectException(StaleVersion.class);
    }
}
