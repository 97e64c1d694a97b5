package io.cairn.assessment.journey;

import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StageRef;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Stage;
import java.util.stream.Stream;

/** The stages a person can name. */
public final class Stages {
    private Stages() {}

    /**
     * By its key or its ordinal; a key goes before an ordinal, should a model name its stages by numbers.
     *
     * @param belowToo whether below the first stage is a place to be, too, where the model has it
     * @throws Rejected when the model has no such stage
     */
    public static StageRef named(String text, MaturityModel model, boolean belowToo) {
        var below = belowToo && model.mayBeBelowFirstStage() ? Stream.of(StageRef.NONE) : Stream.<StageRef>empty();
        var stages =
                Stream.concat(model.stages().stream().map(Stage::ref), below).toList();
        return stages.stream()
                .filter(it -> it.key().equals(text))
                .findFirst()
                .or(() -> stages.stream()
                        .filter(it -> Integer.toString(it.ordinal()).equals(text))
                        .findFirst())
                .orElseThrow(() -> new Rejected(new Rejection.UnknownStage(text)));
    }
}
