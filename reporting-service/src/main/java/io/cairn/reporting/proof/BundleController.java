package io.cairn.reporting.proof;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.export.Slots;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BundleController {
    private final TenantDatabase database;
    private final Checkpoints checkpoints;
    private final AwaitsTree tree;
    private final Slots slots;
    private final Clock clock;

    BundleController(TenantDatabase database, Checkpoints checkpoints, AwaitsTree tree, Slots slots, Clock clock) {
        this.database = database;
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.slots = slots;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/audit/export", produces = "application/zip")
    @Allowed({Role.ADMIN, Role.AUDITOR})
    @Operation(
            summary = "All events up to the newest checkpoint, with what is needed to check them offline",
            description = "A zip: events, free texts that are not erased, leaves and nodes of the tree, signed heads,"
                    + " public keys.")
    @ApiResponse(
            responseCode = "200",
            description = "The bundle",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    void export(
            Caller caller,
            @RequestParam(name = "min-position", required = false) @Nullable String position,
            HttpServletResponse response)
            throws IOException {
        tree.await(position);
        var tenant = caller.tenant();
        var slot = slots.take(tenant);
        try {
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"cairn-bundle.zip\"");
            var out = response.getOutputStream();
            database.read(tenant, jdbc -> {
                Bundle.write(jdbc, tenant, out, clock.instant(), checkpoints);
                return true;
            });
            out.flush();
        } finally {
            slot.close();
        }
    }
}
