package io.cairn.assessment.assessment.profile;

import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Stage;
import io.cairn.platform.problem.Problem;
import tools.jackson.databind.JsonNode;

/** A stage of a model as clients name it: by its key or its ordinal. A key goes first, should it be a number. */
public final class WantedStage {
    private WantedStage() {}

    /**
     * @param at where the name stands in the request
     * @throws io.cairn.platform.problem.ProblemException when the model has no such stage
     */
    public static Stage of(MaturityModel model, String name, String at) {
        return model.stages().stream()
                .filter(stage -> stage.key().equals(name))
                .findFirst()
                .or(() -> model.stages().stream()
                        .filter(stage -> Integer.toString(stage.ordinal()).equals(name))
                        .findFirst())
                .orElseThrow(() -> Problem.of(422, "unknown-stage", "The model has no such stage.")
                        .at(at, "The model has no stage " + name + ".")
                        .exception());
    }

    static Stage of(MaturityModel model, JsonNode name, String at) {
        if (name.isString()) return of(model, name.stringValue(), at);
        if (name.isIntegralNumber()) return of(model, name.asString(), at);
        throw Problem.invalidBody(at, "a stage's key or its ordinal").exception();
    }
}
