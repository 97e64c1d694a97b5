package io.cairn.reporting.benchmark;

import io.cairn.language.InvalidValue;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.maturity.ShippedModels;
import io.cairn.maturity.benchmark.PeerGroup;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.request.Asked;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one of the companies that joined may read of the releases; for whoever has not joined, nothing. A report and its
 * file are both had from here.
 *
 * @param version of the model; null for the latest there is
 */
record Benchmarks(ModelKey model, PeerGroup group, @Nullable ModelVersion version) {
    static Benchmarks asked(String model, @Nullable String group, @Nullable String version) {
        return new Benchmarks(shipped(model), group(group), version(version));
    }

    /** Latest period first. */
    List<StoredRelease> releases(JdbcClient jdbc, TenantId tenant) {
        requireJoined(jdbc, tenant);
        return StoredRelease.all(jdbc, model);
    }

    Benchmark of(JdbcClient jdbc, TenantId tenant, Period period) {
        var release = releases(jdbc, tenant).stream()
                .filter(it -> it.period().equals(period)
                        && (version == null || it.version().equals(version)))
                .max(Comparator.comparing(StoredRelease::version))
                .orElseThrow(() -> Problem.notFound().exception());
        return report(jdbc, tenant).of(jdbc, release);
    }

    /** Of every period in which the version was released, earliest first; never empty. */
    List<Benchmark> trend(JdbcClient jdbc, TenantId tenant) {
        var all = releases(jdbc, tenant);
        if (all.isEmpty()) throw Problem.notFound().exception();
        var of = version == null ? all.getFirst().version() : version;
        var report = report(jdbc, tenant);
        var items = all.reversed().stream()
                .filter(it -> it.version().equals(of))
                .map(it -> report.of(jdbc, it))
                .toList();
        if (items.isEmpty()) throw Problem.notFound().exception();
        return items;
    }

    private BenchmarkReport report(JdbcClient jdbc, TenantId tenant) {
        return new BenchmarkReport(KnownModel.require(jdbc, tenant, model), tenant, group);
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
