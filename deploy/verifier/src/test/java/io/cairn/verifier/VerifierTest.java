package io.cairn.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.proof.Json;
import io.cairn.proof.SigningKey;
import io.cairn.proof.Statement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    private static final int MANY = Integer.getInteger("cairn.verify.events", 200_000);

    @TempDir
    Path folder;

    private record Said(int code, String text) {}

    private static Said run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var words = new ArrayList<String>();
        for (var argument : arguments) words.add(argument.toString());
        var code = Main.run(words.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void more_than_a_hundred_thousand_events_a_second_are_verified() throws IOException {
        var bundle = new SampleBundle(MANY, 1_000).write(folder.resolve("large.zip"));
        var start = System.nanoTime();
        var report = Verifier.verify(bundle, List.of(), List.of(), null);
        var rate = MANY / ((System.nanoTime() - start) / 1e9);
        assertThat(report.findings()).isEmpty();
        assertThat(report.events()).isEqualTo(MANY);
        assertThat(report.erased()).isEqualTo(MANY);
        System.out.printf("%d events of %d MB verified at %.0f a second%n", MANY, Files.size(bundle) >> 20, rate);
    }

    @Test
    void a_bundle_that_holds_is_said_to_hold() throws IOException {
        var sample = new SampleBundle(1_234, 100);
        var bundle = sample.write(folder.resolve("bundle.zip"));
        var kept = Files.writeString(
                folder.resolve("head.json"),
                Json.write(Map.of("note", sample.heads.get(5).note())));
        var said = run(
                bundle, "--head", kept, "--key", SampleBundle.KEY.published().text());
        assertThat(said.text()).contains("Everything holds.").contains("1234 events, 13 heads");
        assertThat(said.code()).isZero();
    }

    @Test
    void without_a_trusted_key_the_bundle_s_own_is_told_for_comparing() throws IOException {
        var said = run(new SampleBundle(10, 5).write(folder.resolve("bundle.zip")));
        assertThat(said.text()).contains(SampleBundle.KEY.published().text());
        assertThat(said.code()).isZero();
    }

    @Test
    void a_bundle_signed_with_another_key_than_the_trusted_proves_nothing() throws IOException {
        var stranger =
                SigningKey.of("cairn.example", "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        var bundle = new SampleBundle(10, 5).write(folder.resolve("bundle.zip"));
        var said = run(bundle, "--key", stranger.published().text());
        assertThat(said.text()).contains("which is not a known one").contains("nothing is proved");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void the_event_that_was_changed_is_named() throws IOException {
        var bundle = new SampleBundle(1_000, 100).write(folder.resolve("bundle.zip"));
        replace(
                bundle,
                "events.ndjson",
                text -> text.replace(
                        "\"eventId\":\"00000000-0000-0005-0000-000000000141\",\"metadata\":{\"actor\":\"key:0",
                        "\"eventId\":\"00000000-0000-0005-0000-000000000141\",\"metadata\":{\"actor\":\"key:1"));
        var said = run(bundle);
        assertThat(said.text())
                .contains("CHANGED event 00000000-0000-0005-0000-000000000141 at position 652 (version 0 of assessment")
                .contains("1 findings.");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void lines_that_are_no_events_and_ones_out_of_order_are_said() throws IOException {
        var bundle = new SampleBundle(20, 5).write(folder.resolve("bundle.zip"));
        replace(bundle, "events.ndjson", text -> {
            var lines = new ArrayList<>(text.lines().toList());
            lines.add(lines.removeFirst());
            lines.set(4, "nothing");
            return String.join("\n", lines);
        });
        assertThat(run(bundle).text())
                .contains("CHANGED the event in line 5 of the bundle cannot be read")
                .contains("MOVED line 20 of the bundle's events is not in the order of positions")
                .contains("REMOVED event 00000000-0000-0005-0000-000000000005");
    }

    @Test
    void leaves_and_nodes_behind_the_newest_head_are_said_to_be_added() throws IOException {
        var bundle = new SampleBundle(100, 50).write(folder.resolve("bundle.zip"));
        replace(bundle, "leaves.txt", text -> text + "100 500 " + new UUID(5, 100) + " " + "ab".repeat(32) + "\n");
        replace(bundle, "nodes.txt", text -> text + "4 6 " + "cd".repeat(32) + "\n");
        var said = run(bundle);
        assertThat(said.text())
                .contains("TREE the leaf 100 was added to the tree: no head covers it")
                .contains("TREE the node 6 of level 4 was added to the tree: no head covers it")
                .contains("2 findings.");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void a_certificate_of_erasure_is_checked_with_the_published_key() throws IOException {
        var sample = new SampleBundle(10, 5);
        sample.write(folder.resolve("bundle.zip"));
        var certificate = Statement.sign(
                SampleBundle.KEY,
                "cairn/erasure/1",
                Map.of(
                        "tenant",
                        SampleBundle.TENANT.toString(),
                        "head",
                        sample.heads.getLast().note()));
        var file = Files.writeString(folder.resolve("certificate.json"), certificate.json());
        var key = SampleBundle.KEY.published().text();
        assertThat(run(file, "--key", key).text()).contains("The certificate holds.");
        Files.writeString(file, certificate.json().replace("0001-0000", "0003-0000"));
        assertThat(run(file, "--key", key).code()).isEqualTo(1);
        assertThat(run(file).code()).isEqualTo(2);
    }

    @Test
    void what_is_no_bundle_is_no_failure_of_a_proof() throws IOException {
        assertThat(run().code()).isEqualTo(2);
        assertThat(run(folder.resolve("missing.zip")).code()).isEqualTo(2);
        assertThat(run(Files.writeString(folder.resolve("text.zip"), "no zip")).code())
                .isEqualTo(2);
        assertThat(run("x.zip", "--head").text()).contains("usage:");
    }

    private interface Change {
        String of(String text);
    }

    private static void replace(Path bundle, String entry, Change change) throws IOException {
        try (var zip = FileSystems.newFileSystem(bundle)) {
            var path = zip.getPath(entry);
            Files.writeString(path, change.of(Files.readString(path)));
        }
    }
}
