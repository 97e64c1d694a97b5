package io.cairn.bench.payload;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The same answer as the peers' event: plain fields, cheap to serialise, {@link Payloads#BYTES} bytes of JSON. */
public record AnswerNoted(String question, double value, List<String> evidence, int certainty) {
    private static final List<String> EVIDENCE = Payloads.padded(
            padding -> JsonMapper.shared()
                    .writeValueAsString(with(Payloads.links(padding), 0))
                    .length(),
            Payloads::links);

    public static AnswerNoted numbered(long number) {
        return with(EVIDENCE, number);
    }

    private static AnswerNoted with(List<String> evidence, long number) {
        return new AnswerNoted(Payloads.question(number), Payloads.value(number), evidence, 4);
    }
}
