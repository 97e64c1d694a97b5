package io.cairn.reporting.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.QuestionKey;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.platform.identity.Role;
import io.cairn.proof.EventLine;
import io.cairn.proof.Hash;
import io.cairn.proof.Head;
import io.cairn.proof.Proofs;
import io.cairn.proof.PublicKey;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import io.cairn.reporting.export.Slots;
import io.cairn.verifier.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A head is signed as soon as there is one event more. */
class ProofsHttpTest {
    private static Company company;

    @BeforeAll
    static void a_company_with_some_events() {
        company = Company.automatic();
        for (var i = 0; i < 40; i++) {
            company.unit("unit-" + i);
            if (i % 10 == 9) company.ok("/api/v1/audit/checkpoints");
        }
        company.record(
                company.assessment("unit-1", "2024"),
                new AnswerRecorded(new QuestionKey("osi"), Answer.of(AnswerValue.of(0.5)), null));
    }

    @Test
    void heads_are_signed_with_the_published_key_and_each_names_the_one_before() {
        var keys = keys();
        var previous = Hash.EMPTY;
        var sizes = new ArrayList<Long>();
        for (var head : heads()) {
            assertThat(head.signedBy(keys)).isTrue();
            assertThat(head.previous()).isEqualTo(previous);
            assertThat(head.tenant()).isEqualTo(company.tenant().value());
            previous = head.digest();
            sizes.add(head.size());
        }
        assertThat(sizes).hasSizeGreaterThanOrEqualTo(4).isSorted().endsWith(42L);
    }

    @Test
    void heads_come_in_pages() {
        var first = company.ok("/api/v1/audit/checkpoints?limit=2");
        assertThat(first.at("/items")).hasSize(2);
        var cursor = first.at("/next").asString();
        var second = company.ok("/api/v1/audit/checkpoints?limit=2&cursor=" + Company.encoded(cursor));
        assertThat(second.at("/items/0/size").asLong())
                .isGreaterThan(first.at("/items/1/size").asLong());
    }

    @Test
    void every_event_is_proved_to_be_in_the_newest_tree_and_the_leaf_is_the_event() {
        for (var event : events()) {
            var proof = company.ok("/api/v1/audit/events/" + event + "/proof").json();
            assertProved(event, proof);
        }
    }

    @Test
    void an_event_is_proved_to_be_in_every_tree_that_came_behind_it() {
        var event = events().get(3);
        for (var head : heads())
            if (head.size() > 3)
                assertProved(
                        event,
                        company.ok("/api/v1/audit/events/" + event + "/proof?checkpoint=" + head.size())
                                .json());
    }

    private static void assertProved(UUID event, JsonNode proof) {
        var head = Head.read(proof.at("/checkpoint/note").asString());
        var leaf = proof.at("/leaf").asString();
        assertThat(EventLine.read(leaf).eventId()).isEqualTo(event);
        assertThat(EventLine.hash(leaf).base64())
                .isEqualTo(proof.at("/leafHash").asString());
        assertThat(head.signedBy(keys())).isTrue();
        assertThat(Proofs.included(
                        EventLine.hash(leaf), proof.at("/index").asLong(), head.size(), path(proof), head.root()))
                .isTrue();
    }

    @Test
    void every_head_is_proved_to_go_on_from_every_earlier_one() {
        var heads = heads();
        for (var from : heads)
            for (var to : heads) {
                if (from.size() > to.size()) continue;
                var proof = company.ok("/api/v1/audit/checkpoints/consistency?from=" + from.size() + "&to=" + to.size())
                        .json();
                assertThat(Proofs.consistent(from.size(), to.size(), from.root(), to.root(), path(proof)))
                        .isTrue();
            }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/audit/checkpoints/consistency?from=42&to=1",
                "/api/v1/audit/checkpoints/consistency?from=x&to=1",
                "/api/v1/audit/checkpoints/consistency?from=999999&to=9999999",
                "/api/v1/audit/checkpoints/consistency",
                "/api/v1/audit/checkpoints?limit=0"
            })
    void what_cannot_be_asked_is_refused(String path) {
        assertThat(company.get(path).status()).isEqualTo(400);
    }

    @Test
    void an_unknown_event_and_one_of_another_tenant_are_not_found() {
        var stranger = Company.automatic();
        stranger.ok("/api/v1/audit/checkpoints");
        assertThat(stranger.get("/api/v1/audit/events/" + events().getFirst() + "/proof")
                        .status())
                .isEqualTo(404);
        for (var unknown : List.of(new UUID(7, 7), "nothing"))
            assertThat(company.get("/api/v1/audit/events/" + unknown + "/proof").status())
                    .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"FACILITATOR", "RESPONDENT", "REVIEWER", "VIEWER"})
    void only_auditors_and_admins_see_them(Role role) {
        for (var path : List.of("checkpoints", "keys", "export", "checkpoints/consistency?from=1&to=1"))
            assertThat(company.get(role, "/api/v1/audit/" + path, "*/*").status())
                    .isEqualTo(403);
        var keys = company.get(Role.AUDITOR, "/api/v1/audit/keys");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.at("/next").isNull()).isTrue();
    }

    @Test
    void a_bundle_holds(@TempDir Path folder) throws IOException {
        var bundle = bundle(company, folder);
        var report = Verifier.verify(bundle, keys(), heads(), null);
        assertThat(report.findings()).isEmpty();
        assertThat(report.events()).isEqualTo(42);
        assertThat(report.newest()).isEqualTo(heads().getLast());
        assertThat(report.heads()).isEqualTo(heads().size());
    }

    @Test
    void no_more_bundles_are_written_at_a_time_than_other_files() {
        var slots = RunningReports.bean(Slots.class);
        try (var one = slots.take(company.tenant());
                var two = slots.take(company.tenant())) {
            var reply = company.get(Role.AUDITOR, "/api/v1/audit/export", "*/*");
            assertThat(reply.status()).as(one + " " + two).isEqualTo(503);
            assertThat(reply.at("/type").asString()).endsWith("too-busy");
            assertThat(reply.headers()).containsKey("retry-after").doesNotContainKey("content-disposition");
        }
        for (var i = 0; i < 3; i++)
            assertThat(company.get(Role.AUDITOR, "/api/v1/audit/export", "*/*").status())
                    .isEqualTo(200);
    }

    @Test
    void erased_words_are_said_and_the_proofs_hold(@TempDir Path folder) throws IOException {
        var other = Company.automatic()
                .unit("a")
                .opens("a", "2024")
                .reopens("a", "2024")
                .cancels("a", "2024");
        var before = bundle(other, folder);
        var told = Verifier.verify(before, List.of(), List.of(), null);
        assertThat(told.findings()).isEmpty();
        assertThat(told.texts()).isEqualTo(2);
        var event = JdbcClient.create(RunningReports.DATABASE.superuser())
                .sql("select event_id from eventstore.event where position = " + other.position())
                .query(UUID.class)
                .single();
        var path = "/api/v1/audit/events/" + event + "/texts";
        assertThat(RunningReports.delete(other.key(Role.AUDITOR), path)).isEqualTo(403);
        assertThat(RunningReports.delete(company.key(Role.ADMIN), path)).isEqualTo(404);
        assertThat(RunningReports.delete(other.key(Role.ADMIN), path)).isEqualTo(204);
        assertThat(RunningReports.delete(other.key(Role.ADMIN), path)).isEqualTo(204);
        var report = Verifier.verify(bundle(other, folder), List.of(), List.of(), before);
        assertThat(report.findings()).isEmpty();
        assertThat(report.texts()).isEqualTo(1);
        assertThat(report.erased()).isEqualTo(1);
    }

    @Test
    void a_head_is_never_told_otherwise() {
        var database = JdbcClient.create(RunningReports.DATABASE.projector());
        for (var sql : List.of(
                "update reporting.checkpoint set note = ''",
                "delete from reporting.checkpoint",
                "update reporting.proof_key set public_key = ''",
                "delete from reporting.proof_key"))
            assertThat(catchException(() -> database.sql(sql).update()))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        var owner = JdbcClient.create(RunningReports.DATABASE.superuser());
        assertThat(catchException(
                        () -> owner.sql("delete from reporting.checkpoint").update()))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void trees_that_grow_anew_are_the_same_and_no_head_is_told_otherwise() {
        var before = stored();
        assertThat(RunningReports.post(company.key(Role.ADMIN), "/api/v1/operator/trees/rebuild", "")
                        .status())
                .isEqualTo(403);
        assertThat(RunningReports.post(RunningReports.OPERATOR, "/api/v1/operator/trees/rebuild", "")
                        .status())
                .isEqualTo(202);
        company.ok("/api/v1/audit/checkpoints");
        assertThat(stored()).isEqualTo(before);
    }

    private static List<String> stored() {
        var database = JdbcClient.create(RunningReports.DATABASE.superuser());
        var rows = new ArrayList<String>();
        for (var table : List.of("tree_leaf", "tree_node", "checkpoint"))
            rows.addAll(
                    database.sql("select t::text from reporting." + table + " t where tenant_id = :tenant order by 1")
                            .param("tenant", company.tenant().value())
                            .query(String.class)
                            .list());
        return rows;
    }

    static Path bundle(Company company, Path folder) throws IOException {
        var reply = RunningReports.bytes(
                company.key(Role.AUDITOR), "/api/v1/audit/export?min-position=" + company.position());
        assertThat(reply.statusCode()).isEqualTo(200);
        return Files.write(Files.createTempFile(folder, "bundle", ".zip"), reply.body());
    }

    private static List<PublicKey> keys() {
        var keys = new ArrayList<PublicKey>();
        for (var key : company.ok("/api/v1/audit/keys").at("/items"))
            keys.add(PublicKey.read(key.at("/key").asString()));
        return keys;
    }

    private static List<Head> heads() {
        var heads = new ArrayList<Head>();
        for (var head : company.ok("/api/v1/audit/checkpoints?limit=200").at("/items"))
            heads.add(Head.read(head.at("/note").asString()));
        return heads;
    }

    private static List<UUID> events() {
        return JdbcClient.create(RunningReports.DATABASE.superuser())
                .sql("select event_id from eventstore.event where tenant_id = :tenant order by position")
                .param("tenant", company.tenant().value())
                .query(UUID.class)
                .list();
    }

    private static List<Hash> path(JsonNode proof) {
        var path = new ArrayList<Hash>();
        for (var hash : proof.at("/path")) path.add(Hash.ofBase64(hash.asString()));
        return path;
    }
}
