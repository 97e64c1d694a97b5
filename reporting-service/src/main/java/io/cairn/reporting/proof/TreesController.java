package io.cairn.reporting.proof;

import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TreesController {
    private final Trees trees;
    private final GrowingTrees growing;

    TreesController(Trees trees, GrowingTrees growing) {
        this.trees = trees;
        this.growing = growing;
    }

    @PostMapping("/api/v1/operator/trees/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Role.OPERATOR)
    @Operation(
            summary = "Let all trees grow anew from the events",
            description = "Until they have, proofs are not to be had. Signed heads stay as they are; where the events"
                    + " give another root the log says so, and the verifier which event it is.")
    ResponseEntity<Void> rebuild() {
        trees.rebuild();
        growing.hurry();
        return ResponseEntity.accepted().build();
    }
}
