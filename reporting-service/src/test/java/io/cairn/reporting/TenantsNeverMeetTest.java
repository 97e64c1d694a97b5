package io.cairn.reporting;

import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.json.EventJson;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.QuestionKey;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.reporting.plan.PlanOfCompany;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two companies with the same unit codes, models and periods. */
class TenantsNeverMeetTest {
    private static Company ours;
    private static Company theirs;

    @BeforeAll
    static void two_companies() {
        ours = company(1, 2, 0.1);
        theirs = company(3, 4, 0.8);
        for (var path : List.of(
                "/api/v1/audit/answers",
                "/api/v1/audit/decisions",
                "/api/v1/reports/units/brand/as-of?model=egdi",
                "/api/v1/reports/portfolio?model=egdi")) {
            ours.ok(path);
            theirs.ok(path);
        }
    }

    private static Company company(int first, int second, double answer) {
        var company = Company.automatic()
                .unit("brand")
                .finalizes("brand", "2023", first)
                .finalizes("brand", "2024", second);
        PlanOfCompany.aims(company, "brand");
        return company.record(
                company.assessment("brand", "2024"),
                new AnswerRecorded(new QuestionKey("osi"), Answer.of(AnswerValue.of(answer)), null));
    }

    @Test
    void in_the_api_each_sees_its_own() {
        var timeline = "/api/v1/reports/timeline?unit=brand&model=egdi";
        assertThat(texts(ours.ok(timeline).at("/points"), "/stage/ordinal")).containsExactly("1", "2");
        assertThat(texts(theirs.ok(timeline).at("/points"), "/stage/ordinal")).containsExactly("3", "4");
        var stages = "/api/v1/reports/stages?model=egdi&period=2024";
        assertThat(texts(ours.ok(stages).at("/items"), "/stage/ordinal")).containsExactly("2");
        assertThat(texts(theirs.ok(stages).at("/items"), "/stage/ordinal")).containsExactly("4");
        var movement = "/api/v1/reports/movement?model=egdi&from=2023&to=2024";
        assertThat(ours.ok(movement).at("/cohort").asLong()).isEqualTo(1);
        assertThat(ours.ok(movement).at("/counts/0/1").asLong()).isEqualTo(1);
        var asOf = "/api/v1/reports/units/brand/as-of?model=egdi&effective=2024";
        assertThat(texts(ours.ok(asOf).at("/answers"), "/value")).containsExactly("0.1");
        assertThat(texts(theirs.ok(asOf).at("/answers"), "/value")).containsExactly("0.8");
        var portfolio = "/api/v1/reports/portfolio?model=egdi";
        assertThat(texts(ours.ok(portfolio).at("/items/0/cells"), "/stage/ordinal"))
                .containsExactly("1", "2");
        assertThat(texts(theirs.ok(portfolio).at("/items/0/cells"), "/stage/ordinal"))
                .containsExactly("3", "4");
        var decisions = "/api/v1/audit/decisions?unit=brand&kind=finalized";
        assertThat(texts(ours.ok(decisions).at("/items"), "/to/ordinal")).containsExactly("1", "2");
        assertThat(texts(theirs.ok(decisions).at("/items"), "/to/ordinal")).containsExactly("3", "4");
        var audit = "/api/v1/audit/answers?unit=brand";
        assertThat(texts(ours.ok(audit).at("/items"), "/to")).containsExactly("0.1");
        assertThat(texts(theirs.ok(audit).at("/items"), "/to")).containsExactly("0.8");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void in_plain_sql_there_are_no_rows_of_another_tenant(String table) {
        var database = new TenantDatabase(RunningReports.DATABASE.app());
        var rows = "select count(*) from " + table;
        long own = database.read(
                ours.tenant(), jdbc -> jdbc.sql(rows).query(Long.class).single());
        long foreign = database.read(
                ours.tenant(),
                jdbc -> jdbc.sql(rows + " where tenant_id <> :own")
                        .param("own", ours.tenant().value())
                        .query(Long.class)
                        .single());
        assertThat(foreign).isZero();
        assertThat(own).isPositive();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void in_plain_sql_without_a_tenant_there_are_no_rows_at_all(String table) {
        assertThat(JdbcClient.create(RunningReports.DATABASE.app())
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_event_is_read_by_its_position_only_where_it_is_one_s_own() {
        var database = new TenantDatabase(RunningReports.DATABASE.app());
        var events = new RecordedEvents(EventJson.standard());
        var asked = List.of(ours.position(), theirs.position());
        Map<Long, StoredEvent> own = database.read(ours.tenant(), jdbc -> events.at(jdbc, ours.tenant(), asked));
        assertThat(own).containsOnlyKeys(ours.position());
        Map<Long, StoredEvent> foreign = database.read(ours.tenant(), jdbc -> events.at(jdbc, theirs.tenant(), asked));
        assertThat(foreign).as("not even when asked in the other's name").isEmpty();
    }

    @Test
    void every_table_with_a_tenant_has_row_level_security_forced() {
        var unguarded = JdbcClient.create(RunningReports.DATABASE.superuser())
                .sql("""
                        select c.relname from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                        where c.relnamespace = 'reporting'::regnamespace and c.relkind in ('r', 'p')
                            and not (c.relrowsecurity and c.relforcerowsecurity)
                        """)
                .query(String.class)
                .list();
        assertThat(unguarded).isEmpty();
    }

    static List<String> tables() {
        return List.of(
                "reporting.tenant_settings",
                "reporting.unit_fact",
                "reporting.assessment",
                "reporting.transition_policy",
                "reporting.stage_point",
                "reporting.answer_change",
                "reporting.planned_action",
                "reporting.past_assessment",
                "reporting.answer_state",
                "reporting.decision",
                "reporting.benchmark_company");
    }
}
