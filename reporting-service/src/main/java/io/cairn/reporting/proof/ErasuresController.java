package io.cairn.reporting.proof;

import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ErasuresController {
    private final JdbcClient app;

    ErasuresController(@Qualifier("appDataSource") DataSource app) {
        this.app = JdbcClient.create(app);
    }

    @GetMapping(path = "/api/v1/operator/tenants/{tenant}/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Role.OPERATOR)
    @Operation(
            summary = "The signed certificate of a closed tenant's erasure",
            description = "What was deleted, by table, and the last head of its tree. 404 before it is erased.")
    String certificate(@PathVariable("tenant") UUID tenant) {
        return app.sql("select certificate from reporting.erasure_certificate where erased = :tenant")
                .param("tenant", tenant)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Problem.notFound().exception());
    }
}
