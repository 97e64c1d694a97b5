package io.cairn.reporting.audit;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.AnswerValue;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.language.event.AssessmentEvent.RespondentAssigned;
import io.cairn.language.event.AssessmentEvent.RespondentUnassigned;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import io.cairn.reporting.export.FormulaGuard;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditTest {
    private static final String AUDIT = "/api/v1/audit/answers";
    private static final QuestionKey OSI = new QuestionKey("osi");
    private static final QuestionKey HCI = new QuestionKey("hci");

    private static Answer answer(double value) {
        return Answer.of(AnswerValue.of(value));
    }

    private static Answer because(double value, String rationale) {
        return new Answer(new Response.Given(AnswerValue.of(value)), FreeText.of(rationale), List.of(), null);
    }

    private static Company company() {
        return Company.automatic().unit("a").opens("a", "2024");
    }

    @Test
    void votes_and_what_was_settled_tell_whose_they_are() {
        var ann = new ActorId("key:ann");
        var bob = new ActorId("key:bob");
        var company = company();
        var stream = company.assessment("a", "2024");
        company.record(stream, new RespondentAssigned(ann, List.of()), new RespondentAssigned(bob, List.of()));
        company.actingAs("key:ann", Channel.API)
                .record(stream, new AnswerRecorded(OSI, because(0.9, "I built it"), null, ann));
        company.actingAs("key:bob", Channel.API)
                .record(stream, new AnswerRecorded(OSI, answer(0.2), null, bob))
                .record(stream, new AnswerChanged(OSI, answer(0.2), answer(0.4), FreeText.of("seen"), null, bob))
                .record(stream, new AnswerWithdrawn(OSI, answer(0.4), null, bob));
        company.actingAs("key:facilitator", Channel.API)
                .record(stream, new AnswerAgreed(OSI, answer(0.9), because(0.7, "both"), FreeText.of("we talked")))
                .record(stream, new ConsensusRoundStarted(OSI, answer(0.7), FreeText.of("again")))
                .record(stream, new RespondentUnassigned(bob, null));
        var path = AUDIT + "?assessment=" + stream.value();
        var items = company.ok(path).at("/items");
        assertThat(texts(items, "/kind"))
                .containsExactly("recorded", "recorded", "changed", "withdrawn", "agreed", "consensus-round");
        assertThat(texts(items, "/respondent")).containsExactly("key:ann", "key:bob", "key:bob", "key:bob", null, null);
        assertThat(texts(items, "/actor"))
                .containsExactly("key:ann", "key:bob", "key:bob", "key:bob", "key:facilitator", "key:facilitator");
        assertThat(texts(items, "/from")).containsExactly(null, null, "0.2", "0.4", "0.9", "0.7");
        assertThat(texts(items, "/to")).containsExactly("0.9", "0.2", "0.4", null, "0.7", null);
        assertThat(texts(items, "/reason")).containsExactly(null, null, "seen", null, "we talked", "again");
        assertThat(texts(items, "/rationale")).containsExactly("I built it", null, null, null, "both", null);
        assertThat(company.get(Role.AUDITOR, path, "text/csv").text())
                .contains(",recorded,,0.9,", ",agreed,0.9,0.7,we talked,both,", ",key:bob,\r\n");
    }

    @Test
    void a_change_tells_who_when_from_what_to_what_and_why() {
        var company = company();
        var stream = company.assessment("a", "2024");
        company.record(stream, new AnswerRecorded(OSI, because(0.6, "as measured"), null));
        company.actingAs("user:bob", Channel.API)
                .record(
                        stream,
                        new AnswerChanged(
                                OSI, answer(0.6), because(0.9, "measured again"), FreeText.of("new portal"), null));
        var items = company.ok(AUDIT + "?assessment=" + stream.value() + "&question=osi")
                .at("/items");
        assertThat(items).hasSize(2);
        var first = items.get(0);
        assertThat(first.at("/kind").asString()).isEqualTo("recorded");
        assertThat(first.at("/from").isNull()).isTrue();
        assertThat(first.at("/to").toString()).isEqualTo("0.6");
        assertThat(first.at("/rationale").asString()).isEqualTo("as measured");
        assertThat(first.at("/actor").asString()).isEqualTo("key:facilitator");
        var change = items.get(1);
        assertThat(change.at("/kind").asString()).isEqualTo("changed");
        assertThat(change.at("/from").toString()).isEqualTo("0.6");
        assertThat(change.at("/to").toString()).isEqualTo("0.9");
        assertThat(change.at("/reason").asString()).isEqualTo("new portal");
        assertThat(change.at("/rationale").asString()).isEqualTo("measured again");
        assertThat(change.at("/actor").asString()).isEqualTo("user:bob");
        assertThat(change.at("/at").asString()).isEqualTo(company.now().toString());
        assertThat(change.at("/unit").asString()).isEqualTo("a");
        assertThat(change.at("/period").asString()).isEqualTo("2024");
        assertThat(change.at("/question").asString()).isEqualTo("osi");
        assertThat(change.at("/channel").asString()).isEqualTo("api");
        assertThat(change.at("/position").asLong()).isEqualTo(company.position());
        assertThat(change.at("/model").toString()).isEqualTo("{\"key\":\"egdi\",\"version\":\"2.0.0\"}");
        assertThat(change.at("/assessment").asString()).isEqualTo(stream.value().toString());
        assertThat(change.at("/eventId").asString()).hasSize(36);
    }

    @Test
    void what_does_not_apply_is_told_with_its_reason_and_what_is_withdrawn_leads_to_nothing() {
        var company = company();
        var stream = company.assessment("a", "2024");
        company.record(
                stream,
                new AnswerRecorded(OSI, Answer.notApplicable("no portal"), null),
                new AnswerWithdrawn(OSI, Answer.notApplicable("no portal"), FreeText.of("asked too early")));
        var items = company.ok(AUDIT + "?unit=a").at("/items");
        assertThat(items.get(0).at("/to").toString()).isEqualTo("{\"notApplicable\":{\"reason\":\"no portal\"}}");
        assertThat(items.get(1).at("/kind").asString()).isEqualTo("withdrawn");
        assertThat(items.get(1).at("/from/notApplicable/reason").asString()).isEqualTo("no portal");
        assertThat(items.get(1).at("/to").isNull()).isTrue();
        assertThat(items.get(1).at("/reason").asString()).isEqualTo("asked too early");
    }

    @Test
    void points_a_reviewer_gave_are_told_as_points() {
        var company = company();
        company.record(
                company.assessment("a", "2024"),
                new PointsOverridden(OSI, new BigDecimal("10"), new BigDecimal("7.5"), FreeText.of("half done")));
        var item = company.ok(AUDIT).at("/items/0");
        assertThat(item.at("/kind").asString()).isEqualTo("points-overridden");
        assertThat(item.at("/from").toString()).isEqualTo("10");
        assertThat(item.at("/to").toString()).isEqualTo("7.5");
    }

    @Test
    void an_import_is_its_importer_s_deed_and_says_where_it_came_from() {
        var company = company().actingAs("key:importer", Channel.IMPORT);
        company.record(
                company.assessment("a", "2024"),
                new AnswerRecorded(
                        OSI,
                        answer(0.6),
                        new AnswerSource(new ActorId("carol"), Instant.parse("2024-02-01T00:00:00Z"))));
        var item = company.ok(AUDIT + "?actor=key:importer").at("/items/0");
        assertThat(item.at("/channel").asString()).isEqualTo("import");
        assertThat(item.at("/source/actor").asString()).isEqualTo("carol");
        assertThat(company.ok(AUDIT + "?actor=carol").at("/items")).isEmpty();
    }

    @Test
    void filters_narrow_and_combine() {
        var company = company().unit("b").opens("b", "2024");
        company.record(company.assessment("a", "2024"), new AnswerRecorded(OSI, answer(0.1), null));
        var first = company.now();
        company.record(company.assessment("a", "2024"), new AnswerRecorded(HCI, answer(0.2), null));
        var second = company.now();
        company.actingAs("user:bob", Channel.API)
                .record(company.assessment("b", "2024"), new AnswerRecorded(OSI, answer(0.3), null));
        assertThat(said(company, "")).containsExactly("0.1", "0.2", "0.3");
        assertThat(said(company, "?unit=a")).containsExactly("0.1", "0.2");
        assertThat(said(company, "?question=osi")).containsExactly("0.1", "0.3");
        assertThat(said(company, "?actor=user:bob")).containsExactly("0.3");
        assertThat(said(company, "?unit=a&question=osi")).containsExactly("0.1");
        assertThat(said(company, "?unit=a&actor=user:bob")).isEmpty();
        assertThat(said(company, "?from=" + encoded(second)))
                .as("from is included")
                .containsExactly("0.2", "0.3");
        assertThat(said(company, "?to=" + encoded(second))).as("to is not").containsExactly("0.1");
        assertThat(said(company, "?from=" + encoded(first) + "&to=" + encoded(second)))
                .containsExactly("0.1");
    }

    @Test
    void pages_follow_each_other_by_position() {
        var company = company();
        var expected = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            company.record(
                    company.assessment("a", "2024"),
                    i == 0
                            ? new AnswerRecorded(OSI, answer(0), null)
                            : new AnswerChanged(OSI, answer(i - 1), answer(i), null, null));
            expected.add(String.valueOf(i));
        }
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = company.ok(AUDIT + "?limit=2" + (cursor == null ? "" : "&cursor=" + encoded(cursor)))
                    .json();
            seen.addAll(texts(page.at("/items"), "/to"));
            cursor = page.at("/next").isNull() ? null : page.at("/next").asString();
        } while (cursor != null);
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void words_that_were_erased_are_gone_from_the_audit_and_the_change_is_not() {
        var company = company();
        company.record(company.assessment("a", "2024"), new AnswerRecorded(OSI, because(0.6, "said John Doe"), null));
        // what erasure does: the words' own row goes, the event stays
        JdbcClient.create(RunningReports.DATABASE.superuser())
                .sql("delete from eventstore.event_text where tenant_id = :tenant and position = :position")
                .param("tenant", company.tenant().value())
                .param("position", company.position())
                .update();
        var reply = company.ok(AUDIT);
        assertThat(reply.at("/items/0/rationale").asString()).isEqualTo("(erased)");
        assertThat(reply.at("/items/0/to").toString()).isEqualTo("0.6");
        assertThat(company.get(Role.ADMIN, AUDIT, "text/csv").text()).doesNotContain("John Doe");
    }

    @Test
    void as_csv_it_is_whole_and_no_cell_is_a_formula() throws IOException {
        var company = company();
        var stream = company.assessment("a", "2024");
        company.record(stream, new AnswerRecorded(OSI, because(-0.6, "=HYPERLINK(\"http://evil\")"), null));
        for (var i = 0; i < 1_200; i += 100) {
            var events = new ArrayList<io.cairn.language.event.Event>();
            for (var j = i; j < i + 100; j++)
                events.add(new AnswerChanged(
                        OSI, answer(j), answer(j + 1), FreeText.of("+1, \"again\"\nand again"), null));
            company.record(stream, events.toArray(io.cairn.language.event.Event[]::new));
        }
        var reply = company.get(Role.AUDITOR, AUDIT, "text/csv");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().get("content-type")).startsWith("text/csv");
        var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(reply.text()))
                .getRecords();
        assertThat(rows).hasSize(1_201);
        assertThat(rows.getFirst().get("rationale")).isEqualTo("'=HYPERLINK(\"http://evil\")");
        assertThat(rows.getFirst().get("to")).as("a number is no formula").isEqualTo("-0.6");
        assertThat(rows.getLast().get("reason")).isEqualTo("'+1, \"again\"\nand again");
        assertThat(rows.getLast().get("to")).isEqualTo("1200");
        assertThat(Long.parseLong(rows.getLast().get("position"))).isEqualTo(company.position());
    }

    @Test
    void a_change_is_of_the_version_under_which_it_was_made_though_the_assessment_began_anew_under_another() {
        var company = Company.automatic().unit("a");
        var stream = company.assessment("a", "2024");
        var unit = new UnitCode("a");
        var old = ModelRef.of("egdi", "1.0.0");
        company.record(
                        stream,
                        new AssessmentOpened(unit, old, Period.parse("2024")),
                        new AnswerRecorded(OSI, answer(0.1), null))
                .cancels("a", "2024")
                .record(
                        stream,
                        new AssessmentOpened(unit, Company.EGDI, Period.parse("2024")),
                        new AnswerRecorded(OSI, answer(0.2), null));
        var items = company.ok(AUDIT + "?unit=a").at("/items");
        assertThat(texts(items, "/to")).containsExactly("0.1", "0.2");
        assertThat(texts(items, "/model/version")).containsExactly("1.0.0", "2.0.0");
    }

    @Test
    void in_short_what_was_recorded_at_the_time_asked_for_is_told_too() {
        var company = company();
        var stream = company.assessment("a", "2024");
        company.record(stream, new AnswerRecorded(OSI, answer(0.1), null))
                .record(stream, new AnswerChanged(OSI, answer(0.1), answer(0.2), null, null));
        var at = company.now();
        company.record(stream, new AnswerChanged(OSI, answer(0.2), answer(0.3), null, null));
        company.ok(AUDIT);
        var told = RunningReports.bean(TenantDatabase.class)
                .read(
                        company.tenant(),
                        jdbc -> RunningReports.bean(AnswerChanges.class)
                                .of(jdbc, company.tenant(), stream.value(), at, 10));
        assertThat(told.counts()).containsEntry("recorded", 1L).containsEntry("changed", 1L);
    }

    @Test
    void in_csv_nothing_within_a_text_begins_a_formula_and_the_text_can_be_had_back() throws IOException {
        var company = company().actingAs("key:importer", Channel.IMPORT);
        var words = "well;=1+1\n@SUM(A1)\t-2";
        company.record(
                company.assessment("a", "2024"),
                new AnswerRecorded(
                        OSI,
                        because(0.6, words),
                        new AnswerSource(new ActorId("carol"), Instant.parse("2024-02-01T00:00:00Z"))));
        var reply = company.get(Role.AUDITOR, AUDIT, "text/csv");
        assertThat(reply.text())
                .startsWith("position,at,actor,channel,unit,period,model,version,assessment,question,kind,from,to,"
                        + "reason,rationale,eventId,respondent,source\r\n");
        var row = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(reply.text()))
                .getRecords()
                .getFirst();
        assertThat(row.get("rationale")).isEqualTo("well;'=1+1\n'@SUM(A1)\t'-2");
        assertThat(FormulaGuard.original(row.get("rationale"))).isEqualTo(words);
        assertThat(row.get("source")).contains("\"actor\":\"carol\"");
    }

    @Test
    void whoever_accepts_anything_gets_json() {
        var reply = company().get(Role.ADMIN, AUDIT, "*/*");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().get("content-type")).startsWith("application/json");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "AUDITOR", "FACILITATOR", "REVIEWER"})
    void who_may_audit(Role role) {
        assertThat(company().get(role, AUDIT).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RESPONDENT", "VIEWER"})
    void who_may_not(Role role) {
        assertThat(company().get(role, AUDIT).status()).isEqualTo(403);
        assertThat(company().get(role, AUDIT, "text/csv").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2024, ?from",
        "to=now, ?to",
        "assessment=17, ?assessment",
        "unit=%00, ?unit",
        "question=a%20b, ?question",
        "actor=%20, ?actor",
        "cursor=forged, ?cursor",
    })
    void what_cannot_be_read_is_refused_with_a_pointer(String query, String pointer) {
        var reply = company().get(AUDIT + "?" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({"from=2024", "unit=nobody"})
    void a_refusal_is_a_problem_also_where_csv_was_asked_for(String query) {
        var reply = company().get(Role.ADMIN, AUDIT + "?" + query, "text/csv");
        assertThat(reply.status()).isBetween(400, 404);
        assertThat(reply.headers().get("content-type")).startsWith("application/problem+json");
    }

    @Test
    void a_stranger_s_assessment_is_unknown() {
        var company = company();
        var stranger = Company.automatic();
        var path = AUDIT + "?assessment=" + company.assessment("a", "2024").value();
        assertThat(company.get(path).status()).isEqualTo(200);
        assertThat(stranger.get(path).status()).isEqualTo(404);
    }

    private static List<String> said(Company company, String query) {
        return texts(company.ok(AUDIT + query).at("/items"), "/to");
    }
}
