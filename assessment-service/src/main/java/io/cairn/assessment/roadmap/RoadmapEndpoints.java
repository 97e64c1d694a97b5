package io.cairn.assessment.roadmap;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.model.Models;
import io.cairn.assessment.unit.Units;
import io.cairn.language.ActionStatus;
import io.cairn.language.ActorId;
import io.cairn.language.ModelKey;
import io.cairn.language.Rejected;
import io.cairn.language.UnitCode;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/units/{code}/roadmaps/{model}")
class RoadmapEndpoints {
    private final Roadmaps roadmaps;
    private final RoadmapDesk desk;
    private final Units units;
    private final Models models;
    private final Paging paging;

    RoadmapEndpoints(Roadmaps roadmaps, RoadmapDesk desk, Units units, Models models, Paging paging) {
        this.roadmaps = roadmaps;
        this.desk = desk;
        this.units = units;
        this.models = models;
        this.paging = paging;
    }

    @GetMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<RoadmapBody> show(Caller caller, @PathVariable UnitCode code, @PathVariable ModelKey model) {
        var found = roadmaps.find(caller.tenant(), code, model);
        var progress = RoadmapBody.Progress.of(desk.actions(caller.tenant(), found));
        return ResponseEntity.ok()
                .eTag(Answers.etag(found.version()))
                .body(new RoadmapBody(code, model, progress, found.version()));
    }

    /** In the order in which they were planned. */
    @GetMapping("/actions")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<Page<ActionBody>> list(
            Caller caller,
            @PathVariable UnitCode code,
            @PathVariable ModelKey model,
            @RequestParam(required = false) @Nullable ActionStatus status,
            @RequestParam(required = false) @Nullable ActorId owner,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var all = actions(caller, code, model);
        var numbered = IntStream.range(0, all.size())
                .mapToObj(i -> new Numbered(i, all.get(i)))
                .filter(it -> status == null || it.action().status() == status)
                .filter(it -> owner == null || owner.equals(it.action().owner()))
                .toList();
        var page = paging.page(
                caller,
                "actions of " + code + " " + model + " " + status + " " + owner,
                limit,
                cursor,
                (after, atMost) -> numbered.stream()
                        .filter(it -> after == null || it.number() > Integer.parseInt(after.getFirst()))
                        .limit(atMost)
                        .toList(),
                it -> List.of(Integer.toString(it.number())));
        var body = page.getBody();
        return ResponseEntity.ok()
                .headers(page.getHeaders())
                .body(new Page<>(
                        body == null
                                ? List.of()
                                : body.items().stream().map(Numbered::action).toList(),
                        body == null ? null : body.next()));
    }

    /** None where no action was planned yet, of a unit and a model that are there. */
    private List<ActionBody> actions(Caller caller, UnitCode code, ModelKey model) {
        try {
            return desk.actions(caller.tenant(), roadmaps.find(caller.tenant(), code, model));
        } catch (Rejected refused) {
            if (!units.exists(caller.tenant(), code)) throw refused;
            models.latest(caller.tenant(), model);
            return List.of();
        }
    }

    private record Numbered(int number, ActionBody action) {}

    @GetMapping("/actions/{action}")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<ActionBody> action(
            Caller caller, @PathVariable UnitCode code, @PathVariable ModelKey model, @PathVariable UUID action) {
        var body = desk.action(caller.tenant(), code, model, action);
        return ResponseEntity.ok().eTag(Answers.etag(body.version())).body(body);
    }
}
