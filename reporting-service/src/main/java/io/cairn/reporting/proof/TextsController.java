package io.cairn.reporting.proof;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.command.ErasedWords;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TextsController {
    private final TenantDatabase database;
    private final Checkpoints checkpoints;
    private final ObjectProvider<ErasedWords> remembered;

    TextsController(TenantDatabase database, Checkpoints checkpoints, ObjectProvider<ErasedWords> remembered) {
        this.database = database;
        this.checkpoints = checkpoints;
        this.remembered = remembered;
    }

    @DeleteMapping("/api/v1/audit/events/{eventId}/texts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.ADMIN)
    @Operation(
            summary = "Erase the words of an event: its rationale, reason or titles of evidence",
            description = "They read as erased from then on, everywhere. The event keeps their salted digests, so that"
                    + " every proof holds. It cannot be taken back.")
    ResponseEntity<Void> erase(Caller caller, @PathVariable("eventId") UUID event) {
        var tenant = caller.tenant();
        database.write(tenant, jdbc -> {
            long position = checkpoints
                    .position(jdbc, tenant, event)
                    .orElseThrow(() -> Problem.notFound().exception());
            return jdbc.sql("select eventstore.erase_texts(:position)")
                    .param("position", position)
                    .query(Boolean.class)
                    .single();
        });
        // where commands are decided in this process too; others look by themselves
        remembered.ifAvailable(ErasedWords::look);
        return ResponseEntity.noContent().build();
    }
}
