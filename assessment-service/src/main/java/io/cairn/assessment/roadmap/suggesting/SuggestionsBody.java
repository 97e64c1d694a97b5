package io.cairn.assessment.roadmap.suggesting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.DimensionKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.maturity.whatif.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would bring a unit to a stage.
 *
 * @param status of the assessment; while it is not finalized its answers may still change
 * @param stage it comes to now, null where its answers do not tell one
 * @param target null when the last stage is reached
 * @param dimension whose stage is the target, null for the unit as a whole
 * @param by the period at whose end the journey wants it, null when it is not a target of the journey
 * @param why there are no suggestions, null when there are
 * @param proof how good the set of changes is, see the smallest changes of an assessment
 * @param atLeast no fewer changes reach the target
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuggestionsBody(
        UUID assessment,
        Period period,
        ModelVersion modelVersion,
        AssessmentStatus status,
        @Nullable StageRef stage,
        @Nullable StageRef target,
        @Nullable DimensionKey dimension,
        @Nullable Period by,
        @Nullable String why,
        Outcome.@Nullable Proof proof,
        @Nullable Integer atLeast,
        String rule,
        List<Proposal> suggestions) {}
