package io.cairn.verifier;

import io.cairn.proof.Head;
import io.cairn.proof.Json;
import io.cairn.proof.PublicKey;
import io.cairn.proof.Statement;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code java -jar cairn-verifier.jar bundle.zip [--head earlier.json]… [--before earlier.zip] [--key name+id+key]…}, or a certificate of
 * erasure in place of the bundle. Ends with 0 when everything holds, 1 when something does not, 2 when nothing could be
 * checked.
 */
public final class Main {
    private static final String ERASURE = "cairn/erasure/1";
    private static final String USAGE =
            "usage: java -jar cairn-verifier.jar (bundle.zip [--head earlier.json]… [--before earlier.zip] | certificate.json) [--key name+id+key]…";

    private final PrintStream out;

    private Main(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        try {
            return new Main(out).check(arguments);
        } catch (IOException | RuntimeException e) {
            out.println("nothing could be checked: " + e.getMessage());
            return 2;
        }
    }

    private int check(String[] arguments) throws IOException {
        Path file = null;
        Path before = null;
        var heads = new ArrayList<Head>();
        var keys = new ArrayList<PublicKey>();
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--head" -> heads.addAll(Heads.kept(Files.readString(Path.of(behind(arguments, i++)))));
                case "--before" -> before = Path.of(behind(arguments, i++));
                case "--key" -> keys.add(PublicKey.read(behind(arguments, i++)));
                default -> file = Path.of(arguments[i]);
            }
        }
        if (file == null) throw new IllegalArgumentException(USAGE);
        return file.toString().endsWith(".json") ? certificate(file, keys) : bundle(file, keys, heads, before);
    }

    private static String behind(String[] arguments, int at) {
        if (at + 1 == arguments.length) throw new IllegalArgumentException(USAGE);
        return arguments[at + 1];
    }

    private int bundle(Path file, List<PublicKey> keys, List<Head> earlier, @Nullable Path before) throws IOException {
        var start = System.nanoTime();
        var report = Verifier.verify(file, keys, earlier, before);
        var seconds = (System.nanoTime() - start) / 1e9;
        if (keys.isEmpty())
            for (var key : Verifier.keys(file))
                out.println("signed with the bundle's own key " + key.text() + " (compare it with the published one)");
        report.findings().forEach(out::println);
        out.printf(
                Locale.ROOT,
                "%d events, %d heads, %d texts as they were said, %d erased; %.1f s, %.0f events/s%n",
                report.events(),
                report.heads(),
                report.texts(),
                report.erased(),
                seconds,
                report.events() / seconds);
        newest(report.newest());
        out.println(report.holds() ? "Everything holds." : report.findings().size() + " findings.");
        return report.holds() ? 0 : 1;
    }

    private void newest(@Nullable Head head) {
        if (head == null) out.println("no head holds: nothing is proved");
        else
            out.println("proved up to size " + head.size() + ", position " + head.position() + ", signed " + head.at());
    }

    private int certificate(Path file, List<PublicKey> keys) throws IOException {
        var certificate = Statement.read(Files.readString(file));
        if (keys.isEmpty())
            throw new IllegalArgumentException("a certificate is checked with a key that is known: --key");
        var holds = certificate.signedBy(ERASURE, keys)
                && certificate.statement().get("head") instanceof String note
                && Head.read(note).signedBy(keys);
        out.println(Json.write(certificate.statement()));
        out.println(holds ? "The certificate holds." : "The certificate is not signed by a known key.");
        return holds ? 0 : 1;
    }
}
