package io.cairn.reporting.benchmark;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.InvalidValue;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.TenantId;
import io.cairn.maturity.ShippedModels;
import io.cairn.maturity.benchmark.PeerGroup;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.request.Asked;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    record Releases(List<Listed> items) {}

    /** @param items earliest period first */
    record Trend(String model, String version, String group, List<Benchmark> items) {}

    @GetMapping("/releases")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, BenchmarkCompaniesView.NAME})
    @Operation(summary = "Benchmark releases of a model, latest period first")
    Releases releases(Caller caller, @PathVariable("model") String model) {
        var key = shipped(model);
        return database.read(caller.tenant(), jdbc -> {
            requireJoined(jdbc, caller.tenant());
            return new Releases(
                    StoredRelease.all(jdbc, key).stream().map(Listed::of).toList());
        });
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
        var key = shipped(model);
        var asked = Asked.period("period", period);
        var peers = group(group);
        var of = version(version);
        var tenant = caller.tenant();
        return database.read(tenant, jdbc -> {
            requireJoined(jdbc, tenant);
            var release = StoredRelease.all(jdbc, key).stream()
                    .filter(it -> it.period().equals(asked)
                            && (of == null || it.version().equals(of)))
                    .max(Comparator.comparing(StoredRelease::version))
                    .orElseThrow(() -> Problem.notFound().exception());
            return new BenchmarkReport(KnownModel.require(jdbc, tenant, key), tenant, peers).of(jdbc, release);
        });
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
        var key = shipped(model);
        var peers = group(group);
        var asked = version(version);
        var tenant = caller.tenant();
        return database.read(tenant, jdbc -> {
            requireJoined(jdbc, tenant);
            var all = StoredRelease.all(jdbc, key);
            if (all.isEmpty()) throw Problem.notFound().exception();
            var of = asked == null ? all.getFirst().version() : asked;
            var report = new BenchmarkReport(KnownModel.require(jdbc, tenant, key), tenant, peers);
            var items = all.reversed().stream()
                    .filter(it -> it.version().equals(of))
                    .map(it -> report.of(jdbc, it))
                    .toList();
            if (items.isEmpty()) throw Problem.notFound().exception();
            return new Trend(key.value(), of.toString(), peers.toString(), items);
        });
    }

    /** A model of a tenant's own means nothing to others, and whether there is one is nobody's business. */
    private static ModelKey shipped(String model) {
        var key = Asked.model(model);
        if (ShippedModels.all().stream().noneMatch(it -> it.model().ref().key().equals(key)))
            throw Problem.notFound().exception();
        return key;
    }

    private static PeerGroup group(@Nullable String text) {
        try {
            return text == null ? PeerGroup.ALL : PeerGroup.parse(text);
        } catch (InvalidValue e) {
            throw Problem.badParameter("group", String.valueOf(e.getMessage())).exception();
        }
    }

    private static @Nullable ModelVersion version(@Nullable String text) {
        try {
            return text == null ? null : ModelVersion.parse(text);
        } catch (InvalidValue e) {
            throw Problem.badParameter("version", String.valueOf(e.getMessage()))
                    .exception();
        }
    }

    private static void requireJoined(JdbcClient jdbc, TenantId tenant) {
        var joined = jdbc.sql("select joined from reporting.benchmark_company where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (!joined)
            throw Problem.of(
                            403,
                            "benchmark-not-joined",
                            "Benchmarks are for companies that let their own results count.")
                    .detail("An admin joins with PUT /tenant/benchmark-consent.")
                    .exception();
    }
}
