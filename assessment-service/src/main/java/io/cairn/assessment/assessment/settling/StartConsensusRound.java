package io.cairn.assessment.assessment.settling;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.maturity.agreement.Ballot;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Respondents are shown each other's votes on some questions, and may change their own. What was settled there counts no
 * more until it is settled again.
 */
public record StartConsensusRound(
        TenantId tenant,
        UUID assessment,
        List<QuestionKey> questions,
        @Nullable FreeText reason) implements AssessmentCommand {
    public StartConsensusRound {
        questions = List.copyOf(questions);
    }

    public static List<AssessmentEvent> decide(StartConsensusRound command, AssessmentState state) {
        var panel = state.known()
                .when(AssessmentStatus.OPEN, "start a consensus round")
                .panel();
        return command.questions().stream()
                .distinct()
                .filter(question ->
                        !ballot(panel.ballot(question).orElse(null), question).inRound())
                .<AssessmentEvent>map(question -> new ConsensusRoundStarted(
                        question, panel.ballot(question).map(Ballot::agreed).orElse(null), command.reason()))
                .toList();
    }

    private static Ballot ballot(@Nullable Ballot ballot, QuestionKey question) {
        if (ballot == null || ballot.votes().isEmpty()) throw new Rejected(new Rejection.NotAnswered(question));
        return ballot;
    }
}
