package io.cairn.reporting.portfolio;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.DimensionKey;
import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetReopened;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.JourneyEvent.TargetWithdrawn;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortfolioTest {
    private static final String PATH = "/api/v1/reports/portfolio?model=egdi";
    private static final UnitCode A = new UnitCode("a");
    private static final Period P2023 = Period.parse("2023");
    private static final Period P2024 = Period.parse("2024");
    private static final DimensionKey ONLINE = new DimensionKey("online-services");

    private static Company journey(Company company, JourneyEvent... events) {
        return company.record(company.journey(A, Company.EGDI.key()), events);
    }

    private static TargetSet target(DimensionKey dimension, Period period, int stage) {
        return new TargetSet(A, Company.EGDI, dimension, period, Results.ref(stage), null);
    }

    @Test
    void it_is_a_row_per_unit_of_the_subtree_and_in_it_a_cell_per_period() {
        var company = Company.automatic()
                .unit("group")
                .unit("a", "group")
                .unit("b", "group")
                .unit("other")
                .finalizes("a", "2023", 1)
                .finalizes("a", "2024", 3)
                .finalizes("b", "2024", 2)
                .finalizes("other", "2022", 4);
        var whole = company.ok(PATH);
        assertThat(texts(whole.at("/items"), "/unit")).containsExactly("a", "b", "group", "other");
        assertThat(texts(whole.at("/periods"), "")).containsExactly("2022", "2023", "2024");
        var told = company.ok(PATH + "&unit=group&from=2023&to=2024&dimensions=true");
        assertThat(texts(told.at("/items"), "/unit")).containsExactly("a", "b", "group");
        assertThat(texts(told.at("/periods"), "")).containsExactly("2023", "2024");
        assertThat(texts(told.at("/items/0/cells"), "/stage/key")).containsExactly("low", "high");
        assertThat(texts(told.at("/items/0/cells"), "/score")).containsExactly("0.1", "0.6");
        assertThat(told.at("/items/0/cells/1/dimensions/0/title").asString()).isEqualTo("Online services");
        assertThat(told.at("/items/0/parent").asString()).isEqualTo("group");
        assertThat(told.at("/items/2/cells")).isEmpty();
        assertThat(whole.at("/items/0/cells/0/dimensions").isNull()).isTrue();
    }

    @Test
    void it_is_paged_by_unit() {
        var company = Company.automatic().unit("a").unit("b").unit("c").finalizes("c", "2024", 2);
        var first = company.ok(PATH + "&limit=2");
        assertThat(texts(first.at("/items"), "/unit")).containsExactly("a", "b");
        var rest =
                company.ok(PATH + "&limit=2&cursor=" + encoded(first.at("/next").asString()));
        assertThat(texts(rest.at("/items"), "/unit")).containsExactly("c");
        assertThat(texts(rest.at("/periods"), "")).containsExactly("2024");
        assertThat(rest.at("/next").isNull()).isTrue();
    }

    @Test
    void targets_are_open_reached_missed_or_late_as_it_was_known() {
        var company = Company.automatic().unit("a");
        journey(company, target(null, P2023, 3), target(ONLINE, P2024, 2), target(null, P2024, 2));
        var set = company.now();
        journey(company, new TargetMissed(A, Company.EGDI, null, P2023, Results.ref(3), null));
        var missed = company.now();
        journey(
                company,
                new TargetReached(A, Company.EGDI, null, P2023, Results.ref(3), P2024, Results.ref(3)),
                new TargetReached(A, Company.EGDI, ONLINE, P2024, Results.ref(2), P2024, Results.ref(3)),
                target(null, P2023, 3));
        var targets = "/items/0/targets";
        assertThat(texts(company.ok(PATH + "&recordedAt=" + encoded(set)).at(targets), "/status"))
                .containsExactly("open", "open", "open");
        assertThat(texts(company.ok(PATH + "&recordedAt=" + encoded(missed)).at(targets), "/status"))
                .containsExactly("missed", "open", "open");
        var now = company.ok(PATH);
        assertThat(texts(now.at(targets), "/status")).containsExactly("late", "open", "reached");
        assertThat(texts(now.at(targets), "/dimension")).containsExactly(null, null, "online-services");
        assertThat(now.at(targets + "/0/missedAt").asString()).isEqualTo(missed.toString());
        assertThat(now.at(targets + "/0/reachedIn").asString()).isEqualTo("2024");
        assertThat(now.at(targets + "/0/stage/title").asString()).isEqualTo("High");
        journey(
                company,
                new TargetReopened(A, Company.EGDI, ONLINE, P2024, Results.ref(2)),
                new TargetWithdrawn(A, Company.EGDI, null, P2024),
                target(null, P2023, 4));
        assertThat(texts(company.ok(PATH).at(targets), "/status"))
                .as("another stage is another target")
                .containsExactly("open", "open");
        var timeline = company.ok("/api/v1/reports/timeline?unit=a&model=egdi&to=2023");
        assertThat(texts(timeline.at("/targets"), "/stage/key")).containsExactly("very-high");
    }

    @Test
    void a_waiting_proposal_tells_its_cause() {
        var company = Company.confirming().unit("a").finalizes("a", "2023", 2);
        company.decides("a", "2023").proposed(2);
        var timeline = "/api/v1/reports/timeline?unit=a&model=egdi";
        assertThat(company.ok(timeline).at("/points/0/proposalCause").asString())
                .isEqualTo("assessment");
        company.decides("a", "2023").taken(null, 2);
        assertThat(company.ok(timeline).at("/points/0/proposalCause").isNull()).isTrue();
        company.decides("a", "2023").again("2").proposedAgain(2);
        assertThat(company.ok(timeline).at("/points/0/proposalCause").asString())
                .isEqualTo("correction");
        assertThat(company.ok(PATH).at("/items/0/cells/0/proposalCause").asString())
                .isEqualTo("correction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&from=x", "&to=x", "&recordedAt=x", "&dimensions=perhaps", "&cursor=x", "&limit=0"})
    void what_is_none_is_a_400(String query) {
        assertThat(Company.automatic().unit("a").get(PATH + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OPERATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void everybody_of_the_company_may_ask(Role role) {
        var company = Company.automatic().unit("a");
        assertThat(company.get(role, PATH).status()).isEqualTo(200);
        assertThat(company.get(role, PATH + "&unit=nobody").status()).isEqualTo(404);
    }
}
