package io.cairn.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.FreeText;
import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.Slug;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.reporting.past.PastView;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers that come to many times the heap are written by a process that has no more. {@code -Dexport.rows=1000000} is
 * the long form.
 */
class FlatHeapTest {
    private static final long ROWS = Long.getLong("export.rows", 60_000);
    private static final int HEAP = 48;
    private static final TenantId TENANT = TenantId.of(new Slug("many-answers"));
    private static TestDatabase database;

    /** One answer, as it is recorded, and then the same again and again. */
    @BeforeAll
    static void many_answers() {
        database = TestDatabase.fresh("eventstore", "platform", "reporting");
        var stream = StreamId.assessment(TENANT, new UnitCode("a"), new ModelKey("egdi"), Period.parse("2024"));
        var answer = new Answer(
                new Response.Given(new AnswerValue.Quantity(new BigDecimal("0.5"))),
                FreeText.of("x".repeat(500)),
                List.of(),
                null);
        var origin = new Origin(new ActorId("key:many"), Channel.API, new UUID(1, 2), null);
        var event = new AnswerRecorded(new QuestionKey("osi"), answer, null);
        new TestStore(database).appender().append(List.of(new NewEvent(stream, 0, UUID.randomUUID(), event, origin)));
        var jdbc = JdbcClient.create(database.superuser());
        jdbc.sql("""
                        insert into eventstore.event
                        select position + n, tenant_id, stream_type, stream_id, version + n, gen_random_uuid(), name,
                            revision, payload, metadata, recorded_at
                        from eventstore.event cross join generate_series(1, :rows - 1) n""").param("rows", ROWS).update();
        jdbc.sql("""
                        insert into eventstore.event_text
                        select e.tenant_id, e.position, t.texts from eventstore.event e cross join eventstore.event_text t
                        where e.position > 1""").update();
        jdbc.sql("""
                        insert into reporting.past_assessment (tenant_id, model_key, unit_code, period_order, from_position,
                            recorded_from, assessment_id, model_version, period, status)
                        values (:tenant, 'egdi', 'a', 202412, 1, now(), :id, '2.0.0', '2024', 'open')""")
                .param("tenant", TENANT.value())
                .param("id", stream.value())
                .update();
        jdbc.sql("""
                        insert into reporting.answer_change
                        select tenant_id, position, stream_id, 'osi', 'key:many', recorded_at, 'recorded'
                        from eventstore.event""").update();
        // as if the views had seen it all
        for (var view : List.of(PastView.NAME, AnswerChangesView.NAME))
            jdbc.sql("insert into reporting.projection (name, position, updated_at) values (?, ?, now())")
                    .params(view, ROWS)
                    .update();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json"})
    void the_heap_stays_flat_however_many_rows_there_are(String format) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        database.url(),
                        TENANT.toString(),
                        format)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        System.out.println(format + ": "
                + said.lines().filter(it -> it.startsWith("rows=")).findFirst().orElse(said));
        assertThat(said).contains("rows=" + ROWS + " ");
    }
}
