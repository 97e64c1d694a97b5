package io.cairn.platform.command;

import static io.cairn.platform.command.AggregateFixtures.seen;

import io.cairn.language.Rejected;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.cairn.platform.command.SampleUnit.Add;
import io.cairn.platform.command.SampleUnit.Names;
import io.cairn.platform.command.SampleUnit.Rename;
import java.util.UUID;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AggregateFixturesTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final UnitCode CODE = new UnitCode("brand-a");

    private final FixtureConfiguration<SampleUnit> unit =
            AggregateFixtures.of(SampleUnit.class, (Names) String::toUpperCase);

    @Test
    void the_first_command_of_a_stream_is_decided_on_nothing() {
        unit.givenNoPriorActivity().when(new Add(TENANT, CODE, "a")).expectEvents(new UnitAdded(CODE, "A", null));
    }

    @Test
    void a_later_command_is_decided_on_what_happened() {
        unit.given(new UnitAdded(CODE, "A", null))
                .when(new Rename(TENANT, CODE, "B"))
                .expectEvents(new UnitRenamed(CODE, "B"));
    }

    @Test
    void a_refusal_reaches_the_caller_as_itself_and_nothing_happened() {
        unit.given(new UnitAdded(CODE, "A", null))
                .when(new Add(TENANT, CODE, "A"))
                .expectException(Rejected.class)
                .expectNoEvents();
    }

    @Test
    void a_command_that_changes_nothing_appends_nothing() {
        unit.given(new UnitAdded(CODE, "A", null))
                .when(new Rename(TENANT, CODE, "A"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_stale_version_is_heard_of_before_any_refusal() {
        unit.given(new UnitAdded(CODE, "A", null), new UnitRenamed(CODE, "B"))
                .when(new Add(TENANT, CODE, "A"), seen(0))
                .expectException(StaleVersion.class)
                .expectExceptionMessage("expected version 0, found 1");
    }

    @Test
    void the_version_seen_is_the_version_found() {
        unit.given(new UnitAdded(CODE, "A", null), new UnitRenamed(CODE, "B"))
                .when(new Rename(TENANT, CODE, "C"), seen(1))
                .expectResultMessagePayload(new AggregateShell.Outcome(2, "C"));
    }

    @Test
    void a_version_seen_of_what_is_not_there_is_not_stale_but_not_there() {
        unit.givenNoPriorActivity()
                .when(new Rename(TENANT, CODE, "B"), seen(3))
                .expectException(Rejected.class)
                .expectNoEvents();
    }
}
