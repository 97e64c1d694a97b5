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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Respondents are shown each other's votes on some questions, and may change their own. What was settled there, be it
 * before anybody voted, counts no more until it is settled again.
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
        var assessment = state.known().when(AssessmentStatus.OPEN, "start a consensus round");
        var started = new ArrayList<AssessmentEvent>();
        for (var question : command.questions().stream().distinct().toList()) {
            var ballot = assessment
                    .panel()
                    .ballot(question)
                    .filter(it -> !it.votes().isEmpty() || it.disclosed())
                    .orElseThrow(() -> new Rejected(new Rejection.NotAnswered(question)));
            if (ballot.inRound()) continue;
            var then = ballot.reopened();
            // what votes differ on is settled before it counts, and whoever settles it says why
            if (command.reason() == null && !then.unsettled() && assessment.corrects(question, then.counted()))
                throw new Rejected(
                        new Rejection.ReasonRequired("a changed answer of a reopened assessment needs a reason"));
            started.add(new ConsensusRoundStarted(question, ballot.agreed(), command.reason()));
        }
        return started;
    }
}
