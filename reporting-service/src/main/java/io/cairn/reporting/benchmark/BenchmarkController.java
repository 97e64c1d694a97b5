package io.cairn.reporting.benchmark;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.request.Asked;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /benchmarks/…}: for companies that let their own results count. Of shipped models, which mean the same to all. */
@RestController
@RequestMapping("/api/v1/benchmarks/{model}")
class BenchmarkController {
    private final TenantDatabase database;

    BenchmarkController(TenantDatabase database) {
        this.database = database;
    }

    /**
     * @param firstDay and {@code lastDay}: the days within which the period of a counted assessment ends
     * @param groups that are published in it
     */
    record Listed(
            String version,
            String period,
            Instant releasedAt,
            LocalDate firstDay,
            LocalDate lastDay,
            List<String> groups) {
        static Listed of(StoredRelease it) {
            return new Listed(
                    it.version().toString(), it.period().toString(), it.at(), it.first(), it.last(), it.groups());
        }
    }

    /** @param items earliest period first */
    record Trend(String model, String version, String group, List<Benchmark> items) {}

    @GetMapping("/releases")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, BenchmarkCompaniesView.NAME})
    @Operation(summary = "Benchmark releases of a model, latest period first")
    Page<Listed> releases(Caller caller, @PathVariable("model") String model) {
        var asked = Benchmarks.asked(model, null, null);
        return database.read(
                caller.tenant(),
                jdbc -> new Page<>(
                        asked.releases(jdbc, caller.tenant()).stream()
                                .map(Listed::of)
                                .toList(),
                        null));
    }

    @GetMapping("/{period}")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, BenchmarkCompaniesView.NAME})
    @Operation(
            summary = "A group of companies in a release, and where one stands in it",
            description = "Without a version of the model it is the latest one that was released for the period.")
    Benchmark benchmark(
            Caller caller,
            @PathVariable("model") String model,
            @PathVariable("period") String period,
            @RequestParam(name = "group", required = false) @Nullable String group,
            @RequestParam(name = "version", required = false) @Nullable String version) {
        var asked = Benchmarks.asked(model, group, version);
        var of = Asked.period("period", period);
        return database.read(caller.tenant(), jdbc -> asked.of(jdbc, caller.tenant(), of));
    }

    @GetMapping("/trend")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, BenchmarkCompaniesView.NAME})
    @Operation(
            summary = "A group of companies over all releases of a version, earliest period first",
            description = "Without a version of the model it is that of the latest release.")
    Trend trend(
            Caller caller,
            @PathVariable("model") String model,
            @RequestParam(name = "group", required = false) @Nullable String group,
            @RequestParam(name = "version", required = false) @Nullable String version) {
        var asked = Benchmarks.asked(model, group, version);
        var items = database.read(caller.tenant(), jdbc -> asked.trend(jdbc, caller.tenant()));
        return new Trend(
                asked.model().value(), items.getFirst().version(), asked.group().toString(), items);
    }
}
