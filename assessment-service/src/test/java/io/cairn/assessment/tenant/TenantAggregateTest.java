package io.cairn.assessment.tenant;

import static io.cairn.platform.command.AggregateFixtures.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.assessment.Name;
import io.cairn.language.Cadence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings;
import io.cairn.language.TenantSettings.CompanyProfile;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.event.TenantEvent.BenchmarkJoined;
import io.cairn.language.event.TenantEvent.BenchmarkLeft;
import io.cairn.language.event.TenantEvent.SettingsChanged;
import io.cairn.language.event.TenantEvent.TenantClosed;
import io.cairn.language.event.TenantEvent.TenantRegistered;
import io.cairn.platform.command.AggregateFixtures;
import io.cairn.platform.command.StaleVersion;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class TenantAggregateTest {
    private static final Slug SLUG = new Slug("acme");
    private static final TenantId ACME = TenantId.of(SLUG);
    private static final Name NAME = new Name("Acme Ltd");
    private static final TenantSettings SETTINGS = settings(TransitionPolicy.AUTOMATIC);
    private static final TenantRegistered REGISTERED = new TenantRegistered(SLUG, "Acme Ltd", SETTINGS);

    private final FixtureConfiguration<TenantAggregate> tenant = AggregateFixtures.of(TenantAggregate.class);

    private static TenantSettings settings(TransitionPolicy policy) {
        return new TenantSettings(
                FiscalCalendar.parse("04-01"), Cadence.QUARTERLY, policy, new CompanyProfile("retail", null, null));
    }

    @Test
    void a_company_is_registered() {
        tenant.givenNoPriorActivity()
                .when(new RegisterTenant(ACME, SLUG, NAME, SETTINGS))
                .expectEvents(REGISTERED);
    }

    @Test
    void a_slug_is_taken_once() {
        tenant.given(REGISTERED)
                .when(new RegisterTenant(ACME, SLUG, NAME, SETTINGS))
                .expectException(Rejected.class)
                .expectNoEvents();
        assertThatThrownBy(() -> RegisterTenant.decide(
                        new RegisterTenant(ACME, SLUG, NAME, SETTINGS), TenantState.NONE.evolve(REGISTERED)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        it -> assertThat(it.reason()).isEqualTo(new Rejection.AlreadyExists("tenant", ACME.value())));
    }

    @Test
    void settings_change_as_a_whole() {
        var changed = settings(TransitionPolicy.CONFIRMED);
        tenant.given(REGISTERED)
                .when(new ChangeSettings(ACME, NAME, changed))
                .expectEvents(new SettingsChanged("Acme Ltd", changed));
    }

    @Test
    void the_same_settings_again_change_nothing() {
        tenant.given(REGISTERED)
                .when(new ChangeSettings(ACME, NAME, SETTINGS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_change_of_what_another_has_changed_meanwhile_is_refused() {
        tenant.given(REGISTERED, new SettingsChanged("Acme", SETTINGS))
                .when(new ChangeSettings(ACME, NAME, SETTINGS), seen(0))
                .expectException(StaleVersion.class);
    }

    @Test
    void a_stranger_has_no_settings() {
        tenant.givenNoPriorActivity()
                .when(new ChangeSettings(ACME, NAME, SETTINGS))
                .expectException(Rejected.class)
                .expectNoEvents();
    }

    @Test
    void a_company_joins_the_benchmarks_once_and_leaves_them_once() {
        tenant.given(REGISTERED).when(new JoinBenchmark(ACME)).expectEvents(new BenchmarkJoined());
        tenant.given(REGISTERED, new BenchmarkJoined())
                .when(new JoinBenchmark(ACME))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        tenant.given(REGISTERED, new BenchmarkJoined())
                .when(new LeaveBenchmark(ACME))
                .expectEvents(new BenchmarkLeft());
        tenant.given(REGISTERED, new BenchmarkJoined(), new SettingsChanged("Acme", SETTINGS), new BenchmarkLeft())
                .when(new LeaveBenchmark(ACME))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_tenant_is_closed_once_and_for_all() {
        var closed = new TenantClosed(FreeText.of("sold"));
        tenant.given(REGISTERED)
                .when(new CloseTenant(ACME, FreeText.of("sold")))
                .expectEvents(closed);
        tenant.given(REGISTERED, closed)
                .when(new CloseTenant(ACME, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        tenant.given(REGISTERED, closed)
                .when(new ChangeSettings(ACME, NAME, SETTINGS))
                .expectException(Rejected.class);
        tenant.given(REGISTERED, closed).when(new JoinBenchmark(ACME)).expectException(Rejected.class);
        tenant.given(REGISTERED, closed)
                .when(new RegisterTenant(ACME, SLUG, NAME, SETTINGS))
                .expectException(Rejected.class);
    }

    @Test
    void who_is_no_tenant_neither_joins_nor_closes() {
        tenant.givenNoPriorActivity().when(new JoinBenchmark(ACME)).expectException(Rejected.class);
        tenant.givenNoPriorActivity().when(new CloseTenant(ACME, null)).expectException(Rejected.class);
    }
}
