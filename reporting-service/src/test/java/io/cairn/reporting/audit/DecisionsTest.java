package io.cairn.reporting.audit;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.language.CycleScope;
import io.cairn.language.FreeText;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.ReminderDays;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AssessmentReturned;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.language.event.CycleEvent.CycleClosed;
import io.cairn.language.event.CycleEvent.CycleOpened;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.Results;
import io.cairn.reporting.RunningReports;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DecisionsTest {
    private static final String PATH = "/api/v1/audit/decisions";
    private static final UnitCode A = new UnitCode("a");

    private static Company busy() {
        var company = Company.confirming().unit("a").unit("b").opens("a", "2024");
        var stream = company.assessment("a", "2024");
        company.record(stream, new AssessmentSubmitted(), new AssessmentReturned(FreeText.of("osi is missing")));
        company.actingAs("user:rev", Channel.API)
                .record(
                        stream,
                        new PointsOverridden(
                                new QuestionKey("osi"),
                                new BigDecimal("0.3"),
                                new BigDecimal("0.5"),
                                FreeText.of("seen")));
        company.actingAs("user:fay", Channel.API)
                .finalizes("a", "2024", 2)
                .decides("a", "2024")
                .proposed(2)
                .decides("a", "2024")
                .overridden(2, 3, "user:fay", "=the portal is live");
        return company.record(
                company.journey(A, Company.EGDI.key()),
                new TargetSet(A, Company.EGDI, null, Period.parse("2025"), Results.ref(4), FreeText.of("the board")));
    }

    @Test
    void every_decision_is_told_with_what_it_is_about() {
        var company = busy();
        var items = company.ok(PATH + "?unit=a").at("/items");
        assertThat(texts(items, "/kind"))
                .containsExactly(
                        "unit-added",
                        "assessment-opened",
                        "submitted",
                        "returned",
                        "points-overridden",
                        "submitted",
                        "finalized",
                        "stage-proposed",
                        "stage-overridden",
                        "target-set");
        var returned = items.get(3);
        assertThat(returned.at("/reason").asString()).isEqualTo("osi is missing");
        assertThat(returned.at("/unit").asString()).as("as its stream began").isEqualTo("a");
        assertThat(returned.at("/period").asString()).isEqualTo("2024");
        assertThat(returned.at("/model").asString()).isEqualTo("egdi");
        assertThat(returned.at("/assessment").asString())
                .isEqualTo(company.assessment("a", "2024").value().toString());
        var points = items.get(4);
        assertThat(points.at("/question").asString()).isEqualTo("osi");
        assertThat(points.at("/from").asDouble()).isEqualTo(0.3);
        assertThat(points.at("/to").asDouble()).isEqualTo(0.5);
        assertThat(points.at("/actor").asString()).isEqualTo("user:rev");
        var overridden = items.get(8);
        assertThat(overridden.at("/from/key").asString()).isEqualTo("middle");
        assertThat(overridden.at("/to/key").asString()).isEqualTo("high");
        assertThat(items.get(9).at("/reason").asString()).isEqualTo("the board");
        assertThat(items.get(9).at("/position").asLong()).isEqualTo(company.position());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=stage-overridden | stage-overridden",
                "kind=returned,points-overridden | returned points-overridden",
                "question=osi | points-overridden",
                "actor=user:rev | points-overridden",
                "unit=b | unit-added",
                "period=2025 | target-set",
                "model=egdi&kind=target-set,unit-added | target-set",
                "to=2000-01-01T00:00:00Z | ''"
            })
    void it_is_searched_by_unit_question_person_period_kind_and_time(String query, String kinds) {
        var found = texts(busy().ok(PATH + "?" + query).at("/items"), "/kind");
        assertThat(String.join(" ", found)).isEqualTo(kinds);
    }

    @Test
    void a_time_is_included_at_its_beginning_and_not_at_its_end() {
        var company = busy();
        var last = encoded(company.now());
        assertThat(texts(company.ok(PATH + "?from=" + last).at("/items"), "/kind"))
                .containsExactly("target-set");
        assertThat(texts(company.ok(PATH + "?to=" + last).at("/items"), "/kind"))
                .doesNotContain("target-set");
    }

    @Test
    void cycles_and_what_is_about_no_unit_are_there_too() {
        var company = Company.automatic();
        var period = Period.parse("2024");
        company.record(
                StreamId.cycle(company.tenant(), Company.EGDI.key(), period),
                new CycleOpened(
                        Company.EGDI,
                        period,
                        LocalDate.parse("2024-01-01"),
                        LocalDate.parse("2024-12-31"),
                        CycleScope.ALL,
                        ReminderDays.DEFAULT),
                new CycleClosed(FreeText.of("all done")));
        var items = company.ok(PATH).at("/items");
        assertThat(texts(items, "/kind")).containsExactly("tenant-registered", "cycle-opened", "cycle-closed");
        assertThat(items.get(2).at("/period").asString()).isEqualTo("2024");
        assertThat(items.get(2).at("/reason").asString()).isEqualTo("all done");
    }

    @Test
    void it_is_paged_and_erased_words_are_gone() {
        var company = busy();
        var first = company.ok(PATH + "?unit=a&limit=9");
        assertThat(first.at("/items")).hasSize(9);
        JdbcClient.create(RunningReports.DATABASE.superuser())
                .sql("delete from eventstore.event_text where position = :position")
                .param("position", company.position())
                .update();
        var rest = company.ok(
                PATH + "?unit=a&limit=9&cursor=" + encoded(first.at("/next").asString()));
        assertThat(texts(rest.at("/items"), "/reason")).containsExactly("(erased)");
    }

    @Test
    void as_csv_it_is_whole_and_no_cell_is_a_formula() throws IOException {
        var company = busy();
        var reply = company.get(Role.AUDITOR, PATH + "?unit=a", "text/csv");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .startsWith("position,at,actor,channel,kind,unit,period,model,version,assessment,question,dimension,"
                        + "from,to,reason,eventId\r\n");
        var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(reply.text()))
                .getRecords();
        assertThat(rows).hasSize(10);
        assertThat(rows.get(8).get("kind")).isEqualTo("stage-overridden");
        assertThat(rows.get(8).get("from")).isEqualTo("middle");
        assertThat(rows.get(8).get("reason")).isEqualTo("'=the portal is live");
        assertThat(rows.get(4).get("to")).isEqualTo("0.5");
    }

    @ParameterizedTest
    @CsvSource({
        "kind=guess, ?kind",
        "period=x, ?period",
        "from=2024, ?from",
        "assessment=17, ?assessment",
        "sought=x, ?sought"
    })
    void what_cannot_be_asked_is_a_400_that_points_to_it(String query, String pointer) {
        var reply = Company.automatic().get(PATH + "?" + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RESPONDENT", "VIEWER"})
    void who_may_not(Role role) {
        assertThat(Company.automatic().get(role, PATH).status()).isEqualTo(403);
    }
}
