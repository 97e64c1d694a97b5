package io.cairn.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.language.event.ModelEvent.ModelVersionRetired;
import io.cairn.maturity.ShippedModels;
import io.cairn.reporting.audit.AnswerChangesView;
import io.cairn.reporting.audit.DecisionsView;
import io.cairn.reporting.benchmark.BenchmarkCompaniesView;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.milestone.TargetsView;
import io.cairn.reporting.past.PastView;
import io.cairn.reporting.plan.PlanOfCompany;
import io.cairn.reporting.plan.PlansView;
import io.cairn.reporting.point.StagePointsView;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RebuildTest {
    private static final List<String> VIEWS = List.of(
            KnownView.NAME,
            StagePointsView.NAME,
            AnswerChangesView.NAME,
            PastView.NAME,
            TargetsView.NAME,
            DecisionsView.NAME,
            BenchmarkCompaniesView.NAME,
            PlansView.NAME);

    @Test
    void views_rebuilt_from_nothing_are_the_live_ones_row_by_row() throws Exception {
        var company = busyCompany();
        assertThat(RunningReports.projections().await(VIEWS, company.position(), Duration.ofSeconds(20)))
                .isTrue();
        var live = rows(company);
        assertThat(live).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

        for (var view : VIEWS) {
            var rebuild = RunningReports.projections().rebuild(view).get(20, TimeUnit.SECONDS);
            assertThat(rebuild.different()).as(view + " " + rebuild.failure()).isZero();
        }
        assertThat(rows(company)).isEqualTo(live);
    }

    private static Company busyCompany() {
        var company =
                Company.confirming().unit("top").unit("a", "top").unit("b").moves("b", "top");
        company.finalizes("a", "2023", 2)
                .decides("a", "2023")
                .taken(null, 2)
                .finalizes("a", "2024", 4)
                .decides("a", "2024")
                .overridden(2, 3, "user:ann", "not yet")
                .reopens("a", "2023")
                .finalizes("a", "2023", 1)
                .decides("a", "2023")
                .again("2")
                .taken(null, 1)
                .decides("a", "2024")
                .corrected(1, 3)
                .finalizes("b", "2024", 1)
                .reopens("b", "2024")
                .cancels("b", "2024")
                .retires("b", "2024-05-31")
                .joinsBenchmark("retail", "large", null);
        company.record(
                company.assessment("a", "2024"),
                new AnswerRecorded(new QuestionKey("osi"), Answer.of(AnswerValue.of(0.5)), null),
                new AnswerRecorded(
                        new QuestionKey("hci"), Answer.of(AnswerValue.of(0.5)), null, new ActorId("user:ann")),
                new AnswerAgreed(new QuestionKey("hci"), null, Answer.of(AnswerValue.of(0.4)), null),
                new ConsensusRoundStarted(new QuestionKey("hci"), Answer.of(AnswerValue.of(0.4)), null),
                new PointsOverridden(
                        new QuestionKey("osi"), new BigDecimal("0.5"), new BigDecimal("0.7"), FreeText.of("seen")));
        var unit = new UnitCode("a");
        var period = Period.parse("2025");
        company.record(
                company.journey(unit, Company.EGDI.key()),
                new TargetSet(unit, Company.EGDI, null, period, Results.ref(2), null),
                new TargetMissed(unit, Company.EGDI, null, period, Results.ref(2), null),
                new TargetReached(
                        unit, Company.EGDI, null, period, Results.ref(2), Period.parse("2026"), Results.ref(3)));
        company.decides("a", "2024").again("3").proposedAgain(4);
        PlanOfCompany.aims(company, "a");
        var own = ModelRef.of("our-own", "2.0.0");
        var text = ShippedModels.find(Company.EGDI).orElseThrow().text().replace("key: egdi", "key: our-own");
        return company.record(
                StreamId.model(company.tenant(), own.key()),
                new ModelVersionPublished(own, text, "digest"),
                new ModelVersionRetired(own));
    }

    private static Map<String, List<String>> rows(Company company) {
        var database = JdbcClient.create(RunningReports.DATABASE.superuser());
        return List.of(
                        "tenant_settings",
                        "unit_fact",
                        "assessment",
                        "model_version",
                        "transition_policy",
                        "stage_point",
                        "answer_change",
                        "past_assessment",
                        "answer_state",
                        "target_state",
                        "waiting_proposal",
                        "decision",
                        "benchmark_company",
                        "planned_action")
                .stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> database.sql("select t::text from reporting." + table
                                        + " t where tenant_id = :tenant order by 1")
                                .param("tenant", company.tenant().value())
                                .query(String.class)
                                .list()));
    }
}
