package io.cairn.reporting.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Transactions;
import io.cairn.proof.EventLine;
import io.cairn.proof.Head;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import io.cairn.verifier.Finding;
import io.cairn.verifier.Finding.Kind;
import io.cairn.verifier.Report;
import io.cairn.verifier.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a superuser does to a tenant's rows with the triggers off; each time in a transaction that is rolled back. */
class TamperTest {
    private static final long SEED = 20_261_122;
    private static final int TIMES = Integer.getInteger("cairn.tamper.times", 1_000);
    private static final Set<Kind> OF_EVENTS = EnumSet.of(Kind.CHANGED, Kind.REMOVED, Kind.ADDED, Kind.MOVED);

    private static Company company;
    private static Company other;

    @TempDir
    Path folder;

    private Connection connection;
    private JdbcClient jdbc;

    @BeforeAll
    static void two_companies_take_turns() {
        company = Company.automatic();
        other = Company.automatic();
        for (var i = 0; i < 60; i++) {
            company.unit("unit-" + i);
            other.unit("unit-" + i);
            company.finalizes("unit-" + i, "2023", 1 + i % 4).reopens("unit-" + i, "2023");
            if (i % 6 == 5) company.ok("/api/v1/audit/checkpoints");
        }
        company.ok("/api/v1/audit/checkpoints");
    }

    @BeforeEach
    void without_triggers() throws SQLException {
        connection = RunningReports.DATABASE.superuser().getConnection();
        connection.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @AfterEach
    void nothing_happened() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private record Row(long position, UUID event) {}

    /** What was done and what must be said of it, event by event. */
    private record Done(String what, Map<UUID, Set<Kind>> expected) {}

    @Test
    void every_edit_deletion_insertion_and_swap_is_found_and_named() throws SQLException {
        assertThat(verified().findings()).isEmpty();
        var random = new Random(SEED);
        var rows = rows();
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var i = 0; i < TIMES; i++) {
            jdbc.sql("set local session_replication_role = replica").update();
            var done = switch (i % 4) {
                case 0 -> edited(random, rows);
                case 1 -> deleted(random, rows);
                case 2 -> inserted(random, rows);
                default -> swapped(random, rows);
            };
            var report = verified();
            connection.rollback();
            assertNamed(i, done, report);
            report.findings().forEach(it -> counts.merge(it.kind(), 1, Integer::sum));
        }
        System.out.println(TIMES + " times meddled with, all found: " + counts);
    }

    private static void assertNamed(int time, Done done, Report report) {
        var named = new HashMap<UUID, Kind>();
        for (var finding : report.findings())
            if (OF_EVENTS.contains(finding.kind())) named.put(finding.event(), finding.kind());
        assertThat(named.keySet())
                .as(time + ": " + done.what() + " → " + report.findings())
                .isEqualTo(done.expected().keySet());
        named.forEach((event, kind) -> assertThat(done.expected().get(event))
                .as(time + ": " + done.what())
                .contains(kind));
    }

    private Done edited(Random random, List<Row> rows) {
        var row = rows.get(random.nextInt(rows.size()));
        var columns = List.of(
                "payload",
                "payload",
                "payload",
                "metadata",
                "metadata",
                "name",
                "stream_type",
                "stream_id",
                "event_id",
                "version",
                "revision",
                "recorded_at",
                "tenant_id");
        while (true) {
            var column = columns.get(random.nextInt(columns.size()));
            var before = text(column, row);
            var at = random.nextInt(before.length());
            var bytes = "0123456789abcdefghijklmnopqrstuvwxyzABCXYZ-.,: {}[]\"";
            var after =
                    before.substring(0, at) + bytes.charAt(random.nextInt(bytes.length())) + before.substring(at + 1);
            if (!edit(column, row, after) || text(column, row, after).equals(before)) continue;
            var kind = column.equals("tenant_id") ? Kind.REMOVED : Kind.CHANGED;
            return new Done(column + " of " + row + ": " + before + " → " + after, Map.of(row.event(), Set.of(kind)));
        }
    }

    private String text(String column, Row row) {
        return jdbc.sql("select " + column + "::text from eventstore.event where position = " + row.position())
                .query(String.class)
                .single();
    }

    private String text(String column, Row row, String after) {
        return column.equals("tenant_id") ? after.toLowerCase(Locale.ROOT) : text(column, row); // A is a in a UUID
    }

    /** False when PostgreSQL takes it for no value of the column. */
    private boolean edit(String column, Row row, String after) {
        try {
            var savepoint = connection.setSavepoint();
            try {
                var type = jdbc.sql("select format_type(atttypid, atttypmod) from pg_attribute"
                                + " where attrelid = 'eventstore.event'::regclass and attname = '" + column + "'")
                        .query(String.class)
                        .single();
                jdbc.sql("update eventstore.event set " + column + " = cast(:after as " + type + ") where position = "
                                + row.position())
                        .param("after", after)
                        .update();
                return true;
            } catch (org.springframework.dao.DataAccessException e) {
                connection.rollback(savepoint);
                return false;
            }
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    private Done deleted(Random random, List<Row> rows) {
        var row = rows.get(random.nextInt(rows.size()));
        jdbc.sql("delete from eventstore.event where position = " + row.position())
                .update();
        return new Done("deleted " + row, Map.of(row.event(), Set.of(Kind.REMOVED)));
    }

    /** At the place of another company's event, so that no position is missing; with or without the id of a known one. */
    private Done inserted(Random random, List<Row> rows) {
        var row = rows.get(random.nextInt(rows.size()));
        var places = jdbc.sql("select position from eventstore.event where tenant_id = :other and position < :last")
                .param("other", other.tenant().value())
                .param("last", rows.getLast().position())
                .query(Long.class)
                .list();
        var place = places.get(random.nextInt(places.size()));
        var id = random.nextBoolean() ? new UUID(random.nextLong(), random.nextLong()) : row.event();
        jdbc.sql("delete from eventstore.event where position = " + place).update();
        jdbc.sql("""
                        insert into eventstore.event
                        select :place, tenant_id, stream_type, stream_id, 1000, :id, name, revision, payload, metadata,
                            recorded_at
                        from eventstore.event where position = :position
                        """)
                .param("place", place)
                .param("id", id)
                .param("position", row.position())
                .update();
        return new Done("inserted at " + place + " a copy of " + row, Map.of(id, Set.of(Kind.ADDED)));
    }

    /** Either their places or everything but their places and ids. */
    private Done swapped(Random random, List<Row> rows) {
        var one = rows.get(random.nextInt(rows.size()));
        var two = one;
        while (two.equals(one)) two = rows.get(random.nextInt(rows.size()));
        if (random.nextBoolean()) {
            place(one.position(), -1);
            place(two.position(), one.position());
            place(-1, two.position());
            return new Done(
                    "places of " + one + " and " + two,
                    Map.of(one.event(), Set.of(Kind.MOVED), two.event(), Set.of(Kind.MOVED)));
        }
        jdbc.sql("""
                        update eventstore.event a
                        set name = b.name, payload = b.payload, metadata = b.metadata, recorded_at = b.recorded_at
                        from eventstore.event b
                        where a.position in (:one, :two) and b.position in (:one, :two) and a.position <> b.position
                        """).param("one", one.position()).param("two", two.position()).update();
        return new Done(
                "contents of " + one + " and " + two,
                Map.of(one.event(), Set.of(Kind.CHANGED), two.event(), Set.of(Kind.CHANGED)));
    }

    private void place(long from, long to) {
        jdbc.sql("update eventstore.event set position = " + to + " where position = " + from)
                .update();
    }

    @Test
    void changed_words_are_found() {
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql("""
                        update eventstore.event_text set texts = replace(texts::text, 'mistake', 'mistaken')::jsonb
                        where tenant_id = :tenant and position =
                            (select max(position) from eventstore.event_text where tenant_id = :tenant)
                        """).param("tenant", company.tenant().value()).update();
        assertThat(kinds(verified())).containsExactly(Kind.TEXT);
    }

    @Test
    void what_is_done_to_the_tree_is_found_and_the_events_are_cleared() {
        var tenant = " where tenant_id = '" + company.tenant() + "' and index = ";
        var meddling = Map.of(
                "update reporting.tree_leaf set hash = sha256('x')" + tenant + 17, "leaf 17 was changed",
                "update reporting.tree_leaf set position = 1" + tenant + 18, "leaf 18 is said to be another",
                "update reporting.tree_leaf set event_id = gen_random_uuid()" + tenant + 19,
                        "leaf 19 is said to be another",
                "delete from reporting.tree_leaf" + tenant + 20, "leaf 20 is missing",
                "update reporting.tree_node set hash = sha256('x')" + tenant + "3 and level = 4",
                        "node 3 of level 4 was changed",
                "delete from reporting.tree_node" + tenant + "2 and level = 4", "node 2 of level 4 is missing");
        meddling.forEach((sql, said) -> {
            jdbc.sql(sql).update();
            var report = verified();
            rollback();
            assertThat(kinds(report)).as(sql + report.findings()).containsExactly(Kind.TREE);
            assertThat(report.findings().getFirst().sentence()).contains(said);
        });
    }

    @Test
    void what_is_done_to_heads_is_found() {
        var size = heads().get(2).size();
        var tenant = " where tenant_id = '" + company.tenant() + "' and size = " + size;
        for (var sql : List.of(
                "update reporting.checkpoint set note = replace(note, 'position ', 'position 1')" + tenant,
                "update reporting.checkpoint set note = overlay(note placing 'AAAA' from length(note) - 60)" + tenant,
                "delete from reporting.checkpoint" + tenant)) {
            jdbc.sql("set local session_replication_role = replica").update();
            assertThat(jdbc.sql(sql).update()).isEqualTo(1);
            var report = verified();
            rollback();
            assertThat(report.findings()).as(sql).isNotEmpty();
            assertThat(kinds(report)).as(sql + report.findings()).containsOnly(Kind.HEAD);
        }
    }

    @Test
    void an_event_and_its_leaf_changed_alike_are_found_and_an_earlier_bundle_names_the_event() {
        var before = bundle();
        var row = rows().get(30);
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql("update eventstore.event set name = 'Nothing' where position = " + row.position())
                .update();
        var line = jdbc.sql("select " + Growth.EVENT + " from eventstore.event where position = " + row.position())
                .query((it, number) -> Growth.line(it))
                .single();
        jdbc.sql("update reporting.tree_leaf set hash = :hash where tenant_id = :tenant and event_id = :event")
                .param("hash", EventLine.hash(line).bytes())
                .param("tenant", company.tenant().value())
                .param("event", row.event())
                .update();
        assertThat(kinds(verified())).contains(Kind.HEAD);
        var report = verified(bundle(), List.of(), before);
        assertThat(report.findings())
                .filteredOn(it -> OF_EVENTS.contains(it.kind()))
                .extracting(Finding::event, Finding::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(row.event(), Kind.CHANGED));
        assertThat(kinds(report)).containsOnly(Kind.CHANGED, Kind.TREE);
    }

    @Test
    void a_past_that_is_cut_off_is_found_by_who_kept_a_head() {
        var kept = heads();
        var last = kept.get(kept.size() - 2);
        jdbc.sql("set local session_replication_role = replica").update();
        for (var sql : List.of(
                "delete from eventstore.event where position > " + last.position(),
                "delete from reporting.tree_leaf where index >= " + last.size(),
                "delete from reporting.checkpoint where size > " + last.size()))
            jdbc.sql(sql + " and tenant_id = :tenant")
                    .param("tenant", company.tenant().value())
                    .update();
        assertThat(verified().findings()).as("who kept nothing cannot know").isEmpty();
        assertThat(kinds(verified(bundle(), List.of(kept.getLast()), null))).contains(Kind.HEAD);
    }

    private Set<Kind> kinds(Report report) {
        return report.findings().stream().map(Finding::kind).collect(Collectors.toSet());
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    private List<Head> heads() {
        return new Checkpoints().after(jdbc, company.tenant(), 0, 1_000);
    }

    private List<Row> rows() {
        return jdbc.sql("select position, event_id from eventstore.event where tenant_id = :tenant order by position")
                .param("tenant", company.tenant().value())
                .query((row, number) -> new Row(row.getLong(1), row.getObject(2, UUID.class)))
                .list();
    }

    private Report verified() {
        return verified(bundle(), List.of(), null);
    }

    private static Report verified(Path bundle, List<Head> kept, Path before) {
        try {
            var report = Verifier.verify(bundle, List.of(), kept, before);
            Files.delete(bundle);
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path bundle() {
        try {
            var file = Files.createTempFile(folder, "bundle", ".zip");
            try (var out = Files.newOutputStream(file)) {
                Bundle.write(jdbc, company.tenant(), out, Instant.EPOCH, new Checkpoints());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
