package io.cairn.reporting.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.ActorId;
import io.cairn.language.Slug;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.proof.Head;
import io.cairn.proof.Proofs;
import io.cairn.proof.PublicKey;
import io.cairn.proof.SigningKey;
import io.cairn.verifier.Finding.Kind;
import io.cairn.verifier.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As the runbook has it: one node signs, then two nodes with different keys, then the other one alone. */
class KeyRotationTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore", "platform", "reporting");
    private static final TestStore STORE = new TestStore(DATABASE);
    private static final TenantDatabase READING = new TenantDatabase(DATABASE.app());
    private static final TenantId TENANT = TenantId.of(new Slug("rotating"));
    private static final Checkpoints CHECKPOINTS = new Checkpoints();

    @TempDir
    private static Path folder;

    private static SigningKey old;
    private static SigningKey next;
    private static Path before;
    private static Path across;
    private static int events;

    @BeforeAll
    static void the_key_is_rotated_under_a_tenant_s_events() throws Exception {
        old = key("proofs.example-old");
        next = key("proofs.example-new");
        var node = node(old);
        for (var i = 0; i < 3; i++) something(node);
        before = bundle();
        var other = node(next);
        for (var i = 0; i < 3; i++) {
            something(other);
            something(node);
        }
        for (var i = 0; i < 3; i++) something(other);
        across = bundle();
    }

    /** PKCS #8 in PEM, which is what {@code openssl genpkey -algorithm ed25519} writes. */
    private static SigningKey key(String name) throws NoSuchAlgorithmException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        return SigningKey.ofPem(name, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }

    private static Trees node(SigningKey key) {
        var settings =
                new ProofProperties(key.published().name(), null, 1, Duration.ofMinutes(1), Duration.ofMinutes(1));
        var trees = new Trees(DATABASE.projector(), key, settings, Clock.systemUTC());
        trees.publishKey();
        return trees;
    }

    /** Some events, which that node takes into the tree and signs for. */
    private static void something(Trees node) {
        var all = new ArrayList<NewEvent>();
        for (var i = 0; i < 5; i++) {
            var unit = new UnitCode("unit-" + events++);
            all.add(new NewEvent(
                    StreamId.unit(TENANT, unit),
                    0,
                    UUID.randomUUID(),
                    new UnitAdded(unit, "A unit", null),
                    new Origin(new ActorId("key:one"), Channel.API, new UUID(1, 2), null)));
        }
        STORE.appender().append(all);
        boolean more;
        do more = node.grow();
        while (more);
    }

    private static Path bundle() throws IOException {
        var file = Files.createTempFile(folder, "bundle", ".zip");
        try (var out = Files.newOutputStream(file)) {
            READING.read(TENANT, jdbc -> {
                Bundle.write(jdbc, TENANT, out, Clock.systemUTC().instant(), CHECKPOINTS);
                return true;
            });
        }
        return file;
    }

    private static List<Head> heads() {
        return READING.read(TENANT, jdbc -> CHECKPOINTS.after(jdbc, TENANT, 0, 200));
    }

    private static List<PublicKey> published() {
        return READING.read(
                TENANT,
                jdbc -> CHECKPOINTS.keys(jdbc).stream()
                        .map(Checkpoints.Published::key)
                        .toList());
    }

    @Test
    void old_heads_are_checked_with_the_old_key_and_new_ones_with_the_new() {
        var byOld = List.of(old.published());
        var byNext = List.of(next.published());
        assertThat(heads())
                .extracting(it -> it.signedBy(byOld))
                .containsExactly(true, true, true, false, true, false, true, false, true, false, false, false);
        assertThat(heads()).allSatisfy(it -> assertThat(it.signedBy(byNext)).isNotEqualTo(it.signedBy(byOld)));
        assertThat(heads())
                .allSatisfy(it -> assertThat(it.signedBy(published())).isTrue());
        assertThat(published()).containsExactly(old.published(), next.published());
    }

    @Test
    void a_head_signed_with_the_new_key_goes_on_from_every_one_signed_with_the_old() {
        var heads = heads();
        for (var i = 1; i < heads.size(); i++)
            assertThat(heads.get(i).previous()).isEqualTo(heads.get(i - 1).digest());
        for (var from : heads)
            for (var to : heads) {
                if (from.size() > to.size()) continue;
                var path = READING.read(TENANT, jdbc -> CHECKPOINTS.consistency(jdbc, TENANT, from.size(), to.size()));
                assertThat(Proofs.consistent(from.size(), to.size(), from.root(), to.root(), path))
                        .isTrue();
            }
    }

    @Test
    void the_verifier_takes_a_bundle_across_the_rotation_and_one_from_before_it() throws IOException {
        var kept = heads().subList(0, 3);
        var report = Verifier.verify(across, published(), kept, before);
        assertThat(report.findings()).isEmpty();
        assertThat(report.events()).isEqualTo(events);
        assertThat(report.heads()).isEqualTo(12);
        assertThat(Verifier.verify(before, List.of(old.published()), kept, null).findings())
                .isEmpty();
    }

    @Test
    void who_was_not_told_of_the_new_key_is_told_that_heads_are_signed_with_another() throws IOException {
        for (var known : List.of(old.published(), next.published()))
            assertThat(Verifier.verify(across, List.of(known), List.of(), null).findings())
                    .anySatisfy(it -> {
                        assertThat(it.kind()).isEqualTo(Kind.HEAD);
                        assertThat(it.sentence()).contains("which is not a known one");
                    });
    }
}
