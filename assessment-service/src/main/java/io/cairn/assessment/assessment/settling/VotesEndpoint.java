package io.cairn.assessment.assessment.settling;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.assessment.assessment.Sight;
import io.cairn.assessment.assessment.answering.AnswerLine;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Question;
import io.cairn.maturity.agreement.Ballot;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Each respondent's own answers, in the order of the model, as far as the caller may see them. */
@RestController
class VotesEndpoint {
    private final Assessments assessments;
    private final Profiles profiles;

    VotesEndpoint(Assessments assessments, Profiles profiles) {
        this.assessments = assessments;
        this.profiles = profiles;
    }

    /**
     * @param standing not told to a respondent who sees their own vote only
     * @param agreed what counts, when something does
     * @param shared what was answered before anybody was assigned
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            QuestionKey question,
            @Nullable Standing standing,
            boolean inRound,
            @Nullable AnswerLine agreed,
            @Nullable AnswerLine shared,
            List<Vote> votes) {}

    record Vote(ActorId respondent, AnswerLine answer) {}

    @GetMapping("/api/v1/assessments/{id}/votes")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR})
    ResponseEntity<Page<Line>> votes(Caller caller, @PathVariable UUID id) {
        var found = assessments.find(caller.tenant(), id);
        var sight = Sight.of(caller, found.state());
        var panel = found.state().panel();
        var lines = profiles.model(caller.tenant(), found).questions().values().stream()
                .flatMap(question -> panel.ballot(question.key()).stream()
                        .map(ballot -> line(
                                question,
                                ballot,
                                found.state().answer(question.key()).orElse(null),
                                sight)))
                .toList();
        return ResponseEntity.ok().eTag(Answers.etag(found.version())).body(new Page<>(lines, null));
    }

    private static Line line(Question question, Ballot ballot, @Nullable AgreedAnswer counted, Sight sight) {
        var others = sight.others(question.key());
        var shared = ballot.shared();
        return new Line(
                question.key(),
                others ? Standing.of(ballot) : null,
                ballot.inRound(),
                others && counted != null ? AnswerLine.of(question, counted, null) : null,
                shared == null ? null : line(question, shared),
                ballot.inOrder().entrySet().stream()
                        .filter(it -> sight.vote(question.key(), it.getKey()))
                        .map(it -> new Vote(it.getKey(), line(question, it.getValue())))
                        .toList());
    }

    private static AnswerLine line(Question question, Answer answer) {
        return AnswerLine.of(question, AgreedAnswer.of(answer), null);
    }
}
