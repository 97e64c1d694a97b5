package io.cairn.reporting.proof;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.cairn.eventstore.Transactions;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trees grow anew, of all events in one batch, beside the heads that were signed before. */
class GrownAnewTest {
    private static final JdbcClient OWNER = JdbcClient.create(RunningReports.DATABASE.superuser());

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger proofs = (Logger) LoggerFactory.getLogger("io.cairn.reporting.proof");
    private Company company;

    @BeforeEach
    void a_company_with_a_head_every_few_events() {
        company = Company.automatic();
        for (var i = 0; i < 30; i++) {
            company.unit("unit-" + i);
            if (i % 7 == 6) company.ok("/api/v1/audit/checkpoints");
        }
        // an event that is altered before a view has come to it would be missing there for ever
        var projections = RunningReports.projections();
        assertThat(projections.await(List.copyOf(projections.names()), company.position(), Duration.ofSeconds(20)))
                .isTrue();
        log.start();
        proofs.addAppender(log);
    }

    @AfterEach
    void no_more_of_the_log() {
        proofs.detachAppender(log);
    }

    @Test
    void an_altered_event_is_told_by_the_first_head_that_covers_it_and_no_head_is_signed_over_it() {
        company.ok("/api/v1/audit/checkpoints");
        var event = event(10);
        var covering = sizes().stream().filter(it -> it > 10).findFirst().orElseThrow();
        var name = OWNER.sql("select name from eventstore.event where position = :position")
                .param("position", position(event))
                .query(String.class)
                .single();
        rename(event, "Nothing");
        try {
            rebuild();
            assertThat(errors()).first().isEqualTo(altered(covering));
            var told = sizes();
            company.unit("later");
            company.ok("/api/v1/audit/checkpoints");
            company.unit("later-still");
            company.ok("/api/v1/audit/checkpoints");
            assertThat(sizes()).isEqualTo(told);
            assertThat(errors()).contains(altered(told.getLast()) + "; none is signed over them");
        } finally {
            rename(event, name);
        }
        log.list.clear();
        rebuild();
        company.unit("last");
        company.ok("/api/v1/audit/checkpoints");
        assertThat(errors()).isEmpty();
        assertThat(sizes()).last().isEqualTo(34L);
    }

    @Test
    void until_it_has_grown_a_proof_is_to_be_asked_for_again_and_words_are_erased_all_the_same() {
        company.opens("unit-1", "2024").reopens("unit-1", "2024");
        company.ok("/api/v1/audit/checkpoints");
        var event = event(31);
        var reopened = event(32);
        var size = sizes().getLast();
        var growing = RunningReports.bean(GrowingTrees.class);
        growing.stop();
        try {
            assertThat(RunningReports.post(RunningReports.OPERATOR, "/api/v1/operator/trees/rebuild", "")
                            .status())
                    .isEqualTo(202);
            for (var path : List.of(
                    "events/" + event + "/proof",
                    "events/" + event + "/proof?checkpoint=" + size,
                    "checkpoints/consistency?from=" + sizes().getFirst() + "&to=" + size)) {
                var reply = get(path);
                assertThat(reply.status()).as(path).isEqualTo(503);
                assertThat(reply.headers()).containsKey("retry-after");
            }
            assertThat(get("events/" + new UUID(7, 7) + "/proof").status()).isEqualTo(404);
            var texts = "/api/v1/audit/events/" + reopened + "/texts";
            assertThat(RunningReports.delete(Company.automatic().key(Role.ADMIN), texts))
                    .isEqualTo(404);
            assertThat(RunningReports.delete(company.key(Role.ADMIN), texts)).isEqualTo(204);
            assertThat(OWNER.sql("select count(*) from eventstore.event_text where position = :position")
                            .param("position", position(reopened))
                            .query(Long.class)
                            .single())
                    .isZero();
        } finally {
            growing.start();
        }
        company.ok("/api/v1/audit/checkpoints");
        assertThat(get("events/" + event + "/proof").status()).isEqualTo(200);
    }

    private RunningReports.Reply get(String path) {
        return RunningReports.get(company.key(Role.AUDITOR), "/api/v1/audit/" + path, "application/json");
    }

    private void rebuild() {
        assertThat(RunningReports.post(RunningReports.OPERATOR, "/api/v1/operator/trees/rebuild", "")
                        .status())
                .isEqualTo(202);
        company.ok("/api/v1/audit/checkpoints");
    }

    private List<String> errors() {
        return List.copyOf(log.list).stream()
                .filter(it -> it.getLevel() == Level.ERROR)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private String altered(long size) {
        return "the events of tenant " + company.tenant() + " are not those that its head of size " + size + " covers";
    }

    private List<Long> sizes() {
        return OWNER.sql("select size from reporting.checkpoint where tenant_id = :tenant order by size")
                .param("tenant", company.tenant().value())
                .query(Long.class)
                .list();
    }

    /** @param index among its company's, from 0 */
    private UUID event(int index) {
        return OWNER.sql("select event_id from eventstore.event where tenant_id = :tenant order by position")
                .param("tenant", company.tenant().value())
                .query(UUID.class)
                .list()
                .get(index);
    }

    private long position(UUID event) {
        return OWNER.sql("select position from eventstore.event where tenant_id = :tenant and event_id = :event")
                .param("tenant", company.tenant().value())
                .param("event", event)
                .query(Long.class)
                .single();
    }

    private void rename(UUID event, String name) {
        Transactions.run(RunningReports.DATABASE.superuser(), connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set local session_replication_role = replica");
                return statement.executeUpdate("update eventstore.event set name = '" + name + "' where tenant_id = '"
                        + company.tenant() + "' and event_id = '" + event + "'");
            }
        });
    }
}
