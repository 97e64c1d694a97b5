package io.cairn.assessment.assessment.respondents;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.ActorId;
import io.cairn.language.DimensionKey;
import io.cairn.maturity.MaturityModel;
import java.util.List;
import java.util.Set;

/**
 * How far somebody who is assigned has come; what they answered is told elsewhere.
 *
 * @param dimensions none means all
 * @param voted questions they have answered, of {@code questions}
 */
public record RespondentProgress(ActorId respondent, List<DimensionKey> dimensions, long voted, long questions) {

    /** Of all who are assigned, in the order of their ids. */
    public static List<RespondentProgress> of(AssessmentState.Known assessment, MaturityModel model) {
        return assessment.panel().respondents().keySet().stream()
                .sorted()
                .map(who -> of(who, assessment, model))
                .toList();
    }

    private static RespondentProgress of(ActorId who, AssessmentState.Known assessment, MaturityModel model) {
        var panel = assessment.panel();
        var asked = model.dimensions().stream()
                .filter(it -> panel.isAssigned(who, it.key()))
                .flatMap(it -> it.questions().stream())
                .toList();
        var voted = asked.stream()
                .filter(it -> panel.vote(it.key(), who).isPresent())
                .count();
        var dimensions = panel.respondents().getOrDefault(who, Set.of());
        return new RespondentProgress(who, dimensions.stream().sorted().toList(), voted, asked.size());
    }
}
