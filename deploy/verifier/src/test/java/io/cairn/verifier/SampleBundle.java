package io.cairn.verifier;

import io.cairn.proof.EventLine;
import io.cairn.proof.Frontier;
import io.cairn.proof.Hash;
import io.cairn.proof.Head;
import io.cairn.proof.Json;
import io.cairn.proof.SigningKey;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bundle as the service writes it, of as many events as wanted. */
final class SampleBundle {
    static final SigningKey KEY = SigningKey.of("cairn.example", new byte[32]);
    static final UUID TENANT = new UUID(1, 2);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String METADATA =
            "{\"actor\":\"key:0b7e3f0a-5b60-4a08-8f30-1f5b6a3e7c11\",\"channel\":\"api\",\"correlation\":\"0b7e3f0a-5b60-4a08-8f30-1f5b6a3e7c12\"}";

    private final int size;
    private final int every;
    final List<Head> heads = new ArrayList<>();

    SampleBundle(int size, int every) {
        this.size = size;
        this.every = every;
    }

    /** An answer of each of some assessments in turn, a little longer than events are on average. */
    static String line(int i) {
        var stream = i % 500;
        var digest = Hash.of(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)})
                .hex();
        return EventLine.of(
                10L + i * 2L,
                TENANT,
                "assessment",
                new UUID(3, stream),
                i / 500,
                new UUID(5, i),
                "AnswerRecorded",
                1,
                "{\"answer\":{\"certainty\":4,\"evidence\":[],\"rationale\":{\"sha256\":\"" + digest
                        + "\"},\"value\":0.75},\"question\":\"strategy.vision.q" + i % 60 + "\",\"source\":\"form\"}",
                METADATA,
                START.plusSeconds(i));
    }

    Path write(Path file) throws IOException {
        var leaves = new ArrayList<Hash>();
        var nodes = new StringBuilder();
        var tree = Frontier.empty();
        for (var i = 0; i < size; i++) {
            var hash = EventLine.hash(line(i));
            leaves.add(hash);
            tree.append(hash, (level, index, node) -> {
                if (level > 0 && level % 4 == 0)
                    nodes.append(level)
                            .append(' ')
                            .append(index)
                            .append(' ')
                            .append(node.hex())
                            .append('\n');
            });
            if ((i + 1) % every == 0 || i + 1 == size)
                heads.add(Head.sign(
                        KEY,
                        TENANT,
                        i + 1,
                        tree.root(),
                        10L + i * 2L,
                        START,
                        heads.isEmpty() ? null : heads.getLast()));
        }
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setLevel(Deflater.BEST_SPEED);
            var out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            entry(zip, out, "about.json");
            out.write("{\"format\":\"" + Verifier.FORMAT + "\",\"tenant\":\"" + TENANT + "\"}\n");
            entry(zip, out, "keys.txt");
            out.write(KEY.published().text() + "\n");
            entry(zip, out, "heads.ndjson");
            for (var head : heads) out.write(Json.write(Map.of("note", head.note())) + "\n");
            entry(zip, out, "leaves.txt");
            for (var i = 0; i < size; i++)
                out.write(i + " " + (10L + i * 2L) + " " + new UUID(5, i) + " "
                        + leaves.get(i).hex() + "\n");
            entry(zip, out, "nodes.txt");
            out.write(nodes.toString());
            entry(zip, out, "events.ndjson");
            for (var i = 0; i < size; i++) out.write(line(i) + "\n");
            entry(zip, out, "texts.ndjson");
            out.flush();
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, BufferedWriter out, String name) throws IOException {
        out.flush();
        zip.putNextEntry(new ZipEntry(name));
    }
}
