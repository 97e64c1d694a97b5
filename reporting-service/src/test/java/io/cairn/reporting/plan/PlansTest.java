package io.cairn.reporting.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.json.EventJson;
import io.cairn.language.FreeText;
import io.cairn.language.UnitCode;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.request.Asked;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlansTest {
    private final TenantDatabase database = new TenantDatabase(RunningReports.DATABASE.app());
    private final Plans plans = new Plans(new RecordedEvents(EventJson.standard()));

    private static Company seen(Company company) {
        assertThat(RunningReports.projections()
                        .await(List.of(PlansView.NAME), company.position(), Duration.ofSeconds(20)))
                .isTrue();
        return company;
    }

    private List<Plans.Action> actions(Company company, String under, boolean alone, String since) {
        return database.read(
                company.tenant(),
                jdbc -> plans.actions(
                        jdbc,
                        company.tenant(),
                        new UnitCode(under),
                        alone,
                        Company.EGDI.key(),
                        PeriodOrder.of(io.cairn.language.Period.parse(since)),
                        Asked.NOW,
                        10));
    }

    @Test
    void actions_come_by_what_is_due_and_bring_the_words_of_their_latest_plan() {
        var company = seen(PlanOfCompany.aims(Company.automatic().unit("top").unit("a", "top"), "a"));
        var all = actions(company, "top", false, "2024");
        assertThat(all)
                .extracting(Plans.Action::title)
                .containsExactly(
                        FreeText.of("Open the new portal"), FreeText.of("Train the staff"), FreeText.of("Measure it"));
        assertThat(all).extracting(Plans.Action::status).containsExactly("started", "planned", "completed");
        assertThat(actions(company, "a", true, "2024")).isEqualTo(all);
        assertThat(actions(company, "top", true, "2024")).isEmpty();
    }
}
