package io.cairn.assessment.roadmap.suggesting;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.assessment.assessment.Sight;
import io.cairn.assessment.assessment.profile.WantedStage;
import io.cairn.assessment.journey.Journeys;
import io.cairn.assessment.roadmap.PastAssessments;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.ModelKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.maturity.whatif.Outcome;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SuggestionsEndpoint {
    private static final int YEARS = 5;

    private final PastAssessments past;
    private final Journeys journeys;
    private final Profiles profiles;
    private final Clock clock;

    SuggestionsEndpoint(PastAssessments past, Journeys journeys, Profiles profiles, Clock clock) {
        this.past = past;
        this.journeys = journeys;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * From the latest assessment that is finalized, or else the latest there is.
     *
     * @param target a stage's key or ordinal; left out, the journey's next open target, or else the next stage
     * @param by what proposals are made of, a question each or a dimension's of one stage
     */
    @GetMapping("/api/v1/units/{code}/roadmaps/{model}/suggestions")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    SuggestionsBody suggestions(
            Caller caller,
            @PathVariable UnitCode code,
            @PathVariable ModelKey model,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) Proposal.@Nullable By by) {
        var tenant = caller.tenant();
        var found = latest(tenant, code, model);
        var answers = Sight.of(caller, found.state()).answers();
        var stage = profiles.of(tenant, found, answers).overall().stage();
        var wanted = wanted(tenant, found, target, stage == null ? 0 : stage.ordinal());
        var outcome = wanted == null
                ? new Outcome.Unreachable("The last stage is reached.", true)
                : profiles.smallestChanges(tenant, found, answers, wanted.target(), Set.of());
        var reachable = outcome instanceof Outcome.Reachable it ? it : null;
        var proposals = reachable == null
                ? List.<Proposal>of()
                : Proposal.of(reachable.changes(), by == null ? Proposal.By.QUESTION : by);
        return new SuggestionsBody(
                found.id(),
                found.state().period(),
                found.state().model().version(),
                found.state().status(),
                stage == null ? null : stage.ref(),
                wanted == null ? null : wanted.stage().ref(),
                wanted == null ? null : wanted.dimension(),
                wanted == null ? null : wanted.by(),
                why(outcome),
                reachable == null ? null : reachable.proof(),
                reachable == null ? null : reachable.atLeast(),
                Proposal.RULE,
                proposals);
    }

    private static @Nullable String why(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unreachable it -> it.why();
            case Outcome.Reachable it -> it.changes().isEmpty() ? "The target is reached." : null;
        };
    }

    private Assessments.Found latest(TenantId tenant, UnitCode unit, ModelKey model) {
        var year = LocalDate.now(clock).getYear();
        var all = past.latestFirst(tenant, unit, model, year - YEARS, year + 1);
        return all.stream()
                .filter(it -> it.state().status() == AssessmentStatus.FINALIZED)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new Rejected(new Rejection.NotFound("assessment")));
    }

    private @Nullable Aimed wanted(TenantId tenant, Assessments.Found found, @Nullable String target, int reached) {
        var model = profiles.model(tenant, found);
        if (target != null) return new Aimed(WantedStage.of(model, target, "?target"), null, null);
        var state = found.state();
        return Aimed.of(journeys, tenant, state.unit(), state.model().key(), model)
                .orElseGet(() -> reached < model.stages().size()
                        ? new Aimed(model.stages().get(reached), null, null)
                        : null);
    }
}
