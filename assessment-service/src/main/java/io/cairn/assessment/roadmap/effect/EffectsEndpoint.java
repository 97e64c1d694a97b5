package io.cairn.assessment.roadmap.effect;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.roadmap.Roadmaps;
import io.cairn.language.ModelKey;
import io.cairn.language.UnitCode;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EffectsEndpoint {
    private static final String RULE = "Before is the latest period that was finalized when the action was planned,"
            + " after is the first period behind it that was finalized since the action was completed, each as it was"
            + " finalized last. It is told what moved since, not why.";

    private final Roadmaps roadmaps;
    private final Effects effects;

    EffectsEndpoint(Roadmaps roadmaps, Effects effects) {
        this.roadmaps = roadmaps;
        this.effects = effects;
    }

    /** Of each completed action, whether its questions moved since it was planned. */
    @GetMapping("/api/v1/units/{code}/roadmaps/{model}/effects")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<EffectBody.All> effects(Caller caller, @PathVariable UnitCode code, @PathVariable ModelKey model) {
        var found = roadmaps.find(caller.tenant(), code, model);
        var items = effects.of(caller.tenant(), code, model, found);
        var moved = Effects.count(
                items.stream().flatMap(it -> it.questions().stream()).toList());
        return ResponseEntity.ok().eTag(Answers.etag(found.version())).body(new EffectBody.All(RULE, moved, items));
    }
}
