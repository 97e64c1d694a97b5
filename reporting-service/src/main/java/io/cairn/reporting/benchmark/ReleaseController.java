package io.cairn.reporting.benchmark;

import io.cairn.language.InvalidValue;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.ShippedModels;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.request.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /operator/benchmarks/{model}/releases}: what the calendar does of itself, for a past period or at once. */
@RestController
class ReleaseController {
    private final Releasing releasing;

    ReleaseController(Releasing releasing) {
        this.releasing = releasing;
    }

    record ReleaseRequest(String version, String period) {}

    /** Nothing of what is in it: an operator belongs to no tenant, and so is none that lets its results count. */
    record Released(String model, String version, String period, Instant releasedAt, int publishedGroups) {}

    @PostMapping("/api/v1/operator/benchmarks/{model}/releases")
    @Allowed(Role.OPERATOR)
    @Operation(
            summary = "Release the benchmarks of a period",
            description =
                    "Of a model that ships with the product. One that is released stays as it is: it is told again.")
    @ApiResponse(responseCode = "200", description = "It was there already", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Made", useReturnTypeSchema = true)
    ResponseEntity<Released> release(@PathVariable("model") String model, @RequestBody ReleaseRequest request) {
        var ref = new ModelRef(Asked.model(model), read("/version", request.version(), ModelVersion::parse));
        var period = read("/period", request.period(), Period::parse);
        if (ShippedModels.all().stream().noneMatch(it -> it.model().ref().key().equals(ref.key())))
            throw Problem.notFound().exception();
        var shipped = ShippedModels.find(ref)
                .map(ModelFile::model)
                .orElseThrow(() -> Problem.invalidBody("/version", "There is no published model " + ref + ".")
                        .exception());
        var outcome = releasing.release(shipped, period);
        var release = outcome.release();
        return ResponseEntity.status(outcome.made() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Released(
                        ref.key().value(),
                        ref.version().toString(),
                        period.toString(),
                        release.at(),
                        release.groups().size()));
    }

    private static <T> T read(String pointer, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (InvalidValue e) {
            throw Problem.invalidBody(pointer, String.valueOf(e.getMessage())).exception();
        }
    }
}
