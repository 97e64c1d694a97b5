package io.cairn.maturity.whatif;

import io.cairn.maturity.Dimension;
import io.cairn.maturity.Question;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What questions must come to together: a gate of a dimension, or the score of one or all.
 *
 * @param what names it in a sentence, as in {@code stage 2 (Managed) of dimension “Data”}
 * @param weighted whether dimensions count by their weights, whatever those of their questions; else all questions are
 *     one heap
 * @param share the least {@code Σ w·v / Σ w}
 * @param coverage the least share of the weight that is answered
 * @param criticals whether critical questions must reach their own bounds
 */
record Bar(String what, List<Part> parts, boolean weighted, double share, double coverage, boolean criticals) {
    /** The questions of one dimension that count here. */
    record Part(Dimension dimension, List<Question> questions) {
        double weight() {
            return questions.stream().mapToDouble(Question::weight).sum();
        }
    }

    /** Its own among those of a goal. */
    String key() {
        return what + parts.stream().map(part -> " " + part.dimension().key()).collect(Collectors.joining());
    }

    List<Question> questions() {
        return parts.stream().flatMap(part -> part.questions().stream()).toList();
    }
}
