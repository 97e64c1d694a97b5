package io.cairn.reporting.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However much of a past there is, what was known at a time is one range of one index. */
class PastPlanTest {
    private static Company company;

    @BeforeAll
    static void a_company_with_a_long_past() {
        company = Company.automatic().unit("a");
        var database = JdbcClient.create(RunningReports.DATABASE.superuser());
        database.sql("""
                        insert into reporting.answer_state
                        select :tenant, md5('a' || a)::uuid, 'q' || q, 'shared', '', v, v + 1,
                            timestamptz '2020-01-01' + v * interval '1 day',
                            timestamptz '2020-01-01' + (v + 1) * interval '1 day'
                        from generate_series(1, 100) a, generate_series(1, 20) q, generate_series(1, 40) v
                        """).param("tenant", company.tenant().value()).update();
        database.sql("""
                        insert into reporting.past_assessment
                        select :tenant, 'egdi', 'u' || u, 100 * p, v, v + 1,
                            timestamptz '2020-01-01' + v * interval '1 day',
                            timestamptz '2020-01-01' + (v + 1) * interval '1 day',
                            md5(u || ' ' || p)::uuid, '2.0.0', '2024', 'open', null
                        from generate_series(1, 200) u, generate_series(1, 40) p, generate_series(1, 5) v
                        """).param("tenant", company.tenant().value()).update();
        database.sql("analyze reporting.answer_state").update();
        database.sql("analyze reporting.past_assessment").update();
    }

    @AfterAll
    static void that_no_event_tells_of() {
        var database = JdbcClient.create(RunningReports.DATABASE.superuser());
        for (var table : List.of("answer_state", "past_assessment"))
            database.sql("delete from reporting." + table + " where tenant_id = :tenant")
                    .param("tenant", company.tenant().value())
                    .update();
    }

    private static String plan(String sql, Map<String, Object> parameters) {
        return new TenantDatabase(RunningReports.DATABASE.app())
                .read(
                        company.tenant(),
                        jdbc -> String.join(
                                "\n",
                                jdbc.sql("explain " + sql)
                                        .params(parameters)
                                        .param("tenant", company.tenant().value())
                                        .query(String.class)
                                        .list()));
    }

    @Test
    void the_answers_of_an_assessment_are_one_range_of_one_index() {
        var plan = plan(
                AnswersThen.STANDING
                        .replace(":at", "timestamptz '2020-02-05'")
                        .replace(":assessment", "md5('a7')::uuid"),
                Map.of());
        assertThat(plan).containsPattern("Index.* Scan .*answer_state_known").doesNotContain("Seq Scan");
    }

    @Test
    void the_assessment_of_a_period_is_one_range_of_one_index() {
        var plan = plan(
                PastAssessments.LATEST.replace(":at", "timestamptz '2020-01-03'"),
                Map.of("model", "egdi", "unit", "u7", "period", 2000));
        assertThat(plan)
                .containsPattern("Index Scan Backward using past_assessment_pkey")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void an_assessment_is_found_by_its_id_in_one_index() {
        var plan = plan(
                PastAssessments.BY_ID
                        .replace(":at", "timestamptz '2020-01-03'")
                        .replace(":assessment", "md5('7 7')::uuid"),
                Map.of());
        assertThat(plan).containsPattern("Index.* Scan .*past_assessment_by_id").doesNotContain("Seq Scan");
    }
}
