package io.cairn.maturity.whatif;

import io.cairn.maturity.Question;
import java.util.List;

/**
 * A question that may change, as one bar sees it.
 *
 * @param part of the bar that the question makes up, as {@code w / Σ w}
 * @param now what its answer counts, 0..1
 * @param options the answers it may take, the least first; never empty
 * @param forced whether the bar cannot be reached without it
 */
record Item(Question question, double part, double now, boolean answered, List<Steps.Step> options, boolean forced) {

    double gain(int option) {
        return part * (options.get(option).worth() - now);
    }

    double effort(int option) {
        return question.weight() * (options.get(option).worth() - now);
    }

    double best() {
        return gain(last());
    }

    /** What is covered by any answer to it. */
    double cover() {
        return answered ? 0 : part;
    }

    int last() {
        return options.size() - 1;
    }

    /** The least option that gains as much; {@code options.size()} when none does. */
    int least(double gain) {
        var low = 0;
        var high = options.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (gain(middle) >= gain) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
