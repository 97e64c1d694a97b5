package io.cairn.assessment.assessment;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.REVIEWER;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.agreement.Ballot;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may see of respondents' answers. Whoever has seen another's answer gives their own by it, so while an
 * assessment is open a respondent sees their own votes, and the others' on questions that are settled or in a consensus
 * round. Whoever conducts, reviews or audits the assessment sees all, and so does everybody once it is submitted.
 */
public final class Sight {
    private static final Set<Role> ALL_SEEING = Set.of(ADMIN, FACILITATOR, REVIEWER, AUDITOR);

    private final AssessmentState.Known assessment;
    private final ActorId caller;
    private final boolean everything;

    private Sight(AssessmentState.Known assessment, Caller caller) {
        this.assessment = assessment;
        this.caller = caller.actor();
        this.everything = assessment.status() != AssessmentStatus.OPEN
                || assessment.panel().shared()
                || !Collections.disjoint(caller.roles(), ALL_SEEING);
    }

    public static Sight of(Caller caller, AssessmentState.Known assessment) {
        return new Sight(assessment, caller);
    }

    public boolean isEverything() {
        return everything;
    }

    /** Whether others' votes on the question may be seen. */
    public boolean others(QuestionKey question) {
        return everything
                || assessment.panel().ballot(question).map(Ballot::disclosed).orElse(false);
    }

    public boolean vote(QuestionKey question, @Nullable ActorId respondent) {
        return respondent == null || respondent.equals(caller) || others(question);
    }

    /** The answers that count as far as they may be seen; elsewhere the caller's own, or what was shared before. */
    public Map<QuestionKey, AgreedAnswer> answers() {
        if (everything) return assessment.answers();
        var questions = new HashSet<>(assessment.answers().keySet());
        questions.addAll(assessment.panel().ballots().keySet());
        var seen = new HashMap<QuestionKey, AgreedAnswer>();
        for (var question : questions) {
            var answer = answer(question);
            if (answer != null) seen.put(question, answer);
        }
        return seen;
    }

    private @Nullable AgreedAnswer answer(QuestionKey question) {
        var ballot = assessment.panel().ballots().get(question);
        var counted = assessment.answers().get(question);
        if (ballot == null || (counted != null && ballot.disclosed())) return counted;
        Answer own = ballot.votes().get(caller);
        if (own == null) own = ballot.shared();
        return own == null ? null : AgreedAnswer.of(own);
    }
}
