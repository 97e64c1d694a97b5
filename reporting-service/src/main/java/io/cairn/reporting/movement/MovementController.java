package io.cairn.reporting.movement;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.point.StagePointsView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /reports/movement}: of the units with a stage in exactly {@code from}, where they stood in {@code to}. */
@RestController
class MovementController {
    private final TenantDatabase database;

    MovementController(TenantDatabase database) {
        this.database = database;
    }

    @GetMapping("/api/v1/reports/movement")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME})
    Movement movement(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestParam(name = "under", required = false) @Nullable String under,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt) {
        var tenant = caller.tenant();
        var asked = Movements.Question.of(model, from, to, under, recordedAt);
        return database.read(tenant, jdbc -> Movements.answer(jdbc, tenant, asked));
    }
}
