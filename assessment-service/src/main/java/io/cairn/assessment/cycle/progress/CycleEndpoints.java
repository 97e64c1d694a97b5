package io.cairn.assessment.cycle.progress;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.respondents.RespondentProgress;
import io.cairn.assessment.cycle.CycleBody;
import io.cairn.assessment.cycle.CycleView;
import io.cairn.assessment.cycle.Cycles;
import io.cairn.assessment.cycle.opening.WhenCycleOpenedThenOpenAssessments;
import io.cairn.assessment.model.Models;
import io.cairn.assessment.unit.Units;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cycles")
class CycleEndpoints {
    private final Cycles cycles;
    private final CycleList list;
    private final Standings standings;
    private final Assessments assessments;
    private final Models models;
    private final Paging paging;
    private final Clock clock;

    CycleEndpoints(
            Cycles cycles,
            CycleList list,
            Standings standings,
            Assessments assessments,
            Models models,
            Paging paging,
            Clock clock) {
        this.cycles = cycles;
        this.list = list;
        this.standings = standings;
        this.assessments = assessments;
        this.models = models;
        this.paging = paging;
        this.clock = clock;
    }

    /** The latest period first. */
    @GetMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    @ReadsViews(CycleView.NAME)
    ResponseEntity<Page<CycleList.Item>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return paging.page(
                caller,
                "cycles",
                limit,
                cursor,
                (after, atMost) -> list.behind(caller.tenant(), after, atMost),
                CycleList::key);
    }

    /** With how far each unit is; {@code limit} and {@code cursor} page through the units. */
    @GetMapping("/{id}")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    @ReadsViews({CycleView.NAME, Units.VIEW, WhenCycleOpenedThenOpenAssessments.NAME})
    ResponseEntity<CycleProgress> show(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var tenant = caller.tenant();
        var found = cycles.find(tenant, id);
        var today = LocalDate.now(clock);
        var lines = paging.page(
                caller,
                "units of cycle " + id,
                limit,
                cursor,
                (after, atMost) ->
                        standings.behind(tenant, found.state(), today, after == null ? "" : after.getFirst(), atMost),
                line -> List.of(line.unit().value()));
        var page = Objects.requireNonNull(lines.getBody());
        var units = page.items().stream().map(line -> unit(caller, line)).toList();
        return ResponseEntity.ok()
                .headers(lines.getHeaders())
                .eTag(Answers.etag(found.version()))
                .body(new CycleProgress(
                        CycleBody.of(found),
                        standings.counts(tenant, found.state(), today),
                        new Page<>(units, page.next())));
    }

    /** How many are answered is told by the assessment's own stream: a view would have to keep every answer. */
    private CycleProgress.Unit unit(Caller caller, Standings.Line line) {
        var respondents = List.<RespondentProgress>of();
        var answered = 0;
        var unconfirmed = 0;
        var questions = 0;
        if (line.assessment() != null) {
            var state = assessments.find(caller.tenant(), line.assessment()).state();
            var model = models.published(caller.tenant(), state.model());
            answered = state.answers().size();
            unconfirmed = state.unconfirmed().size();
            questions = model.questions().size();
            // who only views is not told of people
            if (!caller.roles().equals(Set.of(VIEWER))) respondents = RespondentProgress.of(state, model);
        }
        return new CycleProgress.Unit(
                line.unit(),
                line.name(),
                line.assessment(),
                line.status(),
                answered,
                unconfirmed,
                questions,
                respondents,
                line.finalizedAt(),
                line.late(),
                line.skipped());
    }
}
