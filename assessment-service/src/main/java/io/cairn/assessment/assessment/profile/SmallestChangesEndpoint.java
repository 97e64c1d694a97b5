package io.cairn.assessment.assessment.profile;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.assessment.assessment.Sight;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.whatif.Outcome;
import io.cairn.maturity.whatif.Target;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SmallestChangesEndpoint {
    private final Assessments assessments;
    private final Profiles profiles;

    SmallestChangesEndpoint(Assessments assessments, Profiles profiles) {
        this.assessments = assessments;
        this.profiles = profiles;
    }

    /** The fewest questions to answer otherwise so that a stage is reached; nothing is recorded. */
    @PostMapping("/api/v1/assessments/{id}/smallest-changes")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    SmallestChangesBody smallestChanges(
            Caller caller, @PathVariable UUID id, @RequestBody SmallestChangesBody.Asked body) {
        var tenant = caller.tenant();
        var found = assessments.find(tenant, id);
        var model = profiles.model(tenant, found);
        var stage = WantedStage.of(model, body.target().stage(), "/target/stage");
        check(body, model);
        var sight = Sight.of(caller, found.state());
        var target = new Target(stage.ordinal(), body.target().dimension());
        var outcome = profiles.smallestChanges(tenant, found, sight.answers(), target, Set.copyOf(body.fixed()));
        var then = outcome instanceof Outcome.Reachable it
                ? ProfileBody.of(found, sight, profiles.after(tenant, found, sight.answers(), it.changes()))
                : null;
        var wanted = new SmallestChangesBody.Wanted(stage.ref(), target.dimension());
        return SmallestChangesBody.of(id, found.version(), wanted, outcome, then);
    }

    private static void check(SmallestChangesBody.Asked body, MaturityModel model) {
        var dimension = body.target().dimension();
        if (dimension != null
                && model.dimensions().stream().noneMatch(it -> it.key().equals(dimension)))
            throw Problem.of(422, "unknown-dimension", "The model has no such dimension.")
                    .at("/target/dimension", "The model has no dimension " + dimension + ".")
                    .exception();
        for (var i = 0; i < body.fixed().size(); i++)
            if (model.question(body.fixed().get(i)).isEmpty())
                throw Problem.of(422, "unknown-question", "The model has no such question.")
                        .at(
                                "/fixed/" + i,
                                "The model has no question " + body.fixed().get(i) + ".")
                        .exception();
    }
}
