package io.cairn.assessment.imports;

import static io.cairn.assessment.testing.RunningService.CONTEXT;
import static io.cairn.assessment.testing.RunningService.DATABASE;
import static io.cairn.assessment.testing.RunningService.newTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.assessment.imports.AnswerImport.Result;
import io.cairn.assessment.testing.RunningService;
import io.cairn.assessment.unit.Units;
import io.cairn.eventstore.Channel;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.VersionConflict;
import io.cairn.language.ActorId;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.ModelRef;
import io.cairn.language.TenantId;
import io.cairn.maturity.ShippedModels;
import io.cairn.platform.testing.Client;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class AnswerImportTest {
    private final Client admin = newTenant();
    private final TenantId tenant =
            new TenantId(UUID.fromString(admin.get("/tenant").json().path("id").asString()));
    private final JdbcTemplate superuser = new JdbcTemplate(DATABASE.superuser());

    /** @param atEvent told the number of each event, from 1, when it is about to be added */
    private Result take(InputStream csv, LongConsumer atEvent) throws IOException {
        var events = new AtomicLong();
        var imports = new AnswerImport(
                CONTEXT.getBean("appenderDataSource", DataSource.class),
                CONTEXT.getBean(EventAppender.class),
                CONTEXT.getBean(StreamReader.class),
                CONTEXT.getBean(Units.class),
                () -> {
                    atEvent.accept(events.incrementAndGet());
                    return UUID.randomUUID();
                });
        var order = new ImportOrder(
                tenant,
                new Origin(new ActorId("key:test"), Channel.IMPORT, null, null),
                ShippedModels.find(ModelRef.of("egdi", "2.0.0")).orElseThrow().model(),
                FiscalCalendar.parse("01-01"),
                false,
                true,
                true);
        return imports.take(new AnswerFile(csv), order);
    }

    /** Never whole in memory. Rows of one unit stand far apart. */
    private static InputStream file(int units) {
        var rows = Stream.of("osi", "hci", "tii")
                .flatMap(question ->
                        IntStream.range(0, units).mapToObj(unit -> "unit-" + unit + ",2018," + question + ",0.5\n"));
        var parts =
                Stream.concat(Stream.of("unit,period,question,value\n"), rows).iterator();
        return new InputStream() {
            private byte[] part = {};
            private int at;

            @Override
            public int read() {
                while (at == part.length) {
                    if (!parts.hasNext()) return -1;
                    part = parts.next().getBytes(StandardCharsets.UTF_8);
                    at = 0;
                }
                return part[at++];
            }
        };
    }

    @Test
    void a_connection_killed_in_the_middle_leaves_nothing_and_the_file_can_be_sent_again() throws IOException {
        var before = RunningService.events();
        assertThatThrownBy(() -> take(file(200), event -> {
                    if (event == 500)
                        superuser.execute("select pg_terminate_backend(pid) from pg_stat_activity "
                                + "where usename = 'appender' and datname = current_database() and state <> 'idle'");
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(RunningService.events()).isEqualTo(before);
        assertThat(admin.get("/units/unit-0").status()).isEqualTo(404);
        assertThat(take(file(200), event -> {}).report().finalized()).isEqualTo(200);
    }

    @Test
    void a_race_lost_to_another_writer_leaves_nothing_of_the_file() throws IOException {
        var before = new AtomicLong();
        assertThatThrownBy(() -> take(file(50), event -> {
                    if (event != 60) return;
                    var added = admin.post("/units", "{\"code\": \"unit-49\", \"name\": \"first\"}");
                    assertThat(added.status()).isEqualTo(201);
                    before.set(RunningService.events());
                }))
                .isInstanceOf(VersionConflict.class);
        assertThat(RunningService.events()).isEqualTo(before.get());
        assertThat(admin.get("/units/unit-0").status()).isEqualTo(404);
    }

    @Test
    void a_hundred_thousand_rows_need_no_more_memory_than_a_thousand() throws IOException {
        var used = new long[2];
        var result = take(file(33_334), event -> {
            if (event == 35_000) used[0] = usedAfterCollection();
            if (event == 230_000) used[1] = usedAfterCollection();
        });
        assertThat(result.report().rows()).isEqualTo(100_002);
        assertThat(result.report().finalized()).isEqualTo(33_334);
        assertThat(used[1] - used[0]).isLessThan(16_000_000);
    }

    private static long usedAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
