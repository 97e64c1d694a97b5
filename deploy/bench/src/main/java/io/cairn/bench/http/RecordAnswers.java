package io.cairn.bench.http;

import io.cairn.bench.measure.Load;
import io.cairn.bench.measure.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Answers to an assessment's statements, each another one than before, over HTTP: as many clients as there are
 * assessments, each with a connection that is kept and one request at a time. The stored event has about 550 bytes.
 */
public final class RecordAnswers implements Peer {
    private static final List<String> DIMENSIONS =
            List.of("site-content", "data-analytics", "channels-campaigns", "customer-insight", "decisioning");
    private static final List<String> STATEMENTS = List.of("1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b");
    /** The event holds it twice: in the answer before and in the answer now. */
    static final String LINK = "https://wiki.example.com/tracking/" + "x".repeat(165) + "/";

    private static final int TURNS_WITHOUT_GAIN = 5;

    private final String name;
    private final Assessments assessments;
    private final boolean keyed;
    private long turn;

    private RecordAnswers(String name, Assessments assessments, boolean keyed) {
        this.name = name + "-" + assessments.ids().size();
        this.assessments = assessments;
        this.keyed = keyed;
    }

    /** By PUT, which is idempotent as it is. */
    public static RecordAnswers put(Assessments assessments) {
        return new RecordAnswers("record-answer", assessments, false);
    }

    /** By POST with an {@code Idempotency-Key}: the request is claimed before and its answer kept after it. */
    public static RecordAnswers keyed(Assessments assessments) {
        return new RecordAnswers("post-with-idempotency-key", assessments, true);
    }

    @Override
    public String name() {
        return name;
    }

    /** A whole service takes its just-in-time compiler a minute or two: until it gets no faster any more. */
    @Override
    public void warmUp(Duration time) throws Exception {
        var best = 0.0;
        for (var since = 0; since < TURNS_WITHOUT_GAIN; since++) {
            var rate = measure(time).getOrDefault(name, 0.0);
            if (rate > best * 1.05) since = -1;
            best = Math.max(best, rate);
        }
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        turn++;
        var wires = new ArrayList<Wire>();
        try {
            for (var i = 0; i < assessments.ids().size(); i++) wires.add(assessments.wire());
            return Map.of(
                    name,
                    Load.virtual(
                            wires.size(),
                            time,
                            number ->
                                    client(wires.get(number), assessments.ids().get(number))));
        } finally {
            for (var wire : wires) wire.close();
        }
    }

    private Load.Step client(Wire wire, String assessment) {
        return new Load.Step() {
            private long sent;

            @Override
            public int run() throws IOException {
                var dimension = DIMENSIONS.get((int) (sent % DIMENSIONS.size()));
                var statement = STATEMENTS.get((int) (sent / DIMENSIONS.size() % STATEMENTS.size()));
                // what is said differs from what any turn, of this peer or another, said last
                var link = "[{\"url\":\"" + LINK + name.length() + turn + "-" + sent + "\"}]";
                sent++;
                var path = "/assessments/" + assessment + "/answers";
                if (keyed) post(wire, path, dimension + "-" + statement, link);
                else put(wire, path + "/" + dimension + "-" + statement, link);
                return 1;
            }
        };
    }

    private static void post(Wire wire, String path, String question, String link) throws IOException {
        wire.send(
                        "POST",
                        path,
                        "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                        "{\"answers\":[{\"question\":\"" + question + "\",\"value\":true,\"evidence\":" + link + "}]}")
                .orFail("recording an answer");
    }

    private static void put(Wire wire, String path, String link) throws IOException {
        wire.send("PUT", path, "", "{\"value\":true,\"evidence\":" + link + "}").orFail("recording an answer");
    }
}
