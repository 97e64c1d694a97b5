package io.cairn.assessment.assessment.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import io.cairn.maturity.whatif.Change;
import io.cairn.maturity.whatif.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The smallest set of changes that reaches a target.
 *
 * @param reachable whether one was found
 * @param why not; null when it is
 * @param proved whether nothing better can be, a smaller set or, if none was found, any
 * @param proof how good the set is: exact, fewest or greedy
 * @param atLeast no set of fewer changes reaches the target
 * @param effort the sum of the changes', weight times rise
 * @param rule how sets are compared and what may change
 * @param then the profile there would be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SmallestChangesBody(
        UUID assessment,
        long version,
        Wanted target,
        boolean reachable,
        @Nullable String why,
        boolean proved,
        Outcome.@Nullable Proof proof,
        @Nullable Integer atLeast,
        @Nullable Double effort,
        List<Change> changes,
        String rule,
        @Nullable ProfileBody then) {
    static final String RULE = "Fewest changed questions, then least effort (weight × rise of the value, 0..1). Answers"
            + " are given, made better, have their evidence renewed or are judged again; none is made worse, and what does not apply"
            + " stays so. Of continuous scales hundredths of the range are considered.";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wanted(StageRef stage, @Nullable DimensionKey dimension) {}

    /** @param fixed questions that are not to be touched */
    record Asked(Goal target, List<QuestionKey> fixed) {
        Asked {
            fixed = List.copyOf(fixed);
        }
    }

    /** @param stage its key or its ordinal; @param dimension whose stage is meant, null for the overall one */
    record Goal(
            tools.jackson.databind.JsonNode stage, @Nullable DimensionKey dimension) {}

    static SmallestChangesBody of(UUID id, long version, Wanted wanted, Outcome outcome, @Nullable ProfileBody then) {
        return switch (outcome) {
            case Outcome.Reachable it ->
                new SmallestChangesBody(
                        id,
                        version,
                        wanted,
                        true,
                        null,
                        it.proof() == Outcome.Proof.EXACT,
                        it.proof(),
                        it.atLeast(),
                        it.effort(),
                        it.changes(),
                        RULE,
                        then);
            case Outcome.Unreachable it ->
                new SmallestChangesBody(
                        id, version, wanted, false, it.why(), it.proved(), null, null, null, List.of(), RULE, null);
        };
    }
}
