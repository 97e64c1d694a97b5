package io.cairn.assessment.board;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.language.AssessmentStatus;
import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class BoardEndpoints {
    private final AssessmentList assessments;
    private final MaturityList maturity;
    private final Paging paging;

    BoardEndpoints(AssessmentList assessments, MaturityList maturity, Paging paging) {
        this.assessments = assessments;
        this.maturity = maturity;
        this.paging = paging;
    }

    @GetMapping("/assessments")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    @ReadsViews(AssessmentBoard.NAME)
    ResponseEntity<Page<ListedAssessment>> assessments(
            Caller caller,
            @RequestParam(required = false) @Nullable UnitCode unit,
            @RequestParam(required = false) @Nullable ModelKey model,
            @RequestParam(required = false) @Nullable Period period,
            @RequestParam(required = false) @Nullable AssessmentStatus status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = new AssessmentList.Filter(unit, model, period, status);
        return paging.page(
                caller,
                "assessments " + filter,
                limit,
                cursor,
                (after, atMost) -> assessments.behind(caller.tenant(), filter, after, atMost),
                AssessmentList::key);
    }

    /** Where each unit stands now under each model, and what waits for a decision. */
    @GetMapping("/maturity")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    @ReadsViews(MaturityBoard.NAME)
    ResponseEntity<Page<MaturityList.Item>> maturity(
            Caller caller,
            @RequestParam(required = false) @Nullable UnitCode unit,
            @RequestParam(required = false) @Nullable ModelKey model,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return paging.page(
                caller,
                "maturity " + unit + " " + model,
                limit,
                cursor,
                (after, atMost) -> maturity.behind(caller.tenant(), unit, model, after, atMost),
                MaturityList::key);
    }
}
