package io.cairn.maturity;

import java.util.List;

/** One dimension with its answers, in the order of the model and not of the answers. */
record Sheet(Dimension dimension, List<Judged> questions, Tally tally) {
    static List<Sheet> of(MaturityModel model, Judging judging) {
        return model.dimensions().stream().map(d -> of(d, judging)).toList();
    }

    private static Sheet of(Dimension dimension, Judging judging) {
        var questions = dimension.questions().stream().map(judging::counted).toList();
        return new Sheet(dimension, questions, Tally.of(questions));
    }

    String title() {
        return dimension.title().in("en");
    }

    double weight() {
        return dimension.weight();
    }
}
