package io.cairn.reporting.benchmark;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.ModelVersion;
import io.cairn.language.StageRef;
import io.cairn.language.TenantId;
import io.cairn.maturity.benchmark.PeerGroup;
import io.cairn.maturity.benchmark.Rule;
import io.cairn.maturity.benchmark.StageBand;
import io.cairn.reporting.benchmark.Benchmark.Band;
import io.cairn.reporting.benchmark.Benchmark.Own;
import io.cairn.reporting.benchmark.Benchmark.QuartilesShown;
import io.cairn.reporting.benchmark.Benchmark.Score;
import io.cairn.reporting.benchmark.Benchmark.Stages;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownModel.NamedStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Reads a group of a release, and what is the viewer's own in it. */
record BenchmarkReport(KnownModel model, TenantId viewer, PeerGroup group) {
    private static final TypeReference<Map<String, Shown.Score>> SCORES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> OWN_SCORES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Map<String, Double>>> PERCENTILES = new TypeReference<>() {};

    private record Cell(
            @Nullable String withheld, int companies, Map<String, Shown.Score> scores, Shown.Stages stages) {}

    private record Counted(
            Map<String, Double> scores, @Nullable Integer stage, Map<String, Map<String, Double>> percentiles) {}

    Benchmark of(JdbcClient jdbc, StoredRelease release) {
        var counted = counted(jdbc, release).orElse(null);
        var cell = cell(jdbc, release).orElse(null);
        var own = counted == null || counted.stage() == null ? null : stage(counted.stage(), release.version());
        // a group without companies is as one with few
        var rule = cell == null ? Rule.TOO_FEW.word() : cell.withheld();
        if (cell == null || rule != null) return benchmark(release, rule, null, List.of(), null, own);
        return benchmark(
                release,
                null,
                cell.companies(),
                scores(cell, counted, release.version()),
                stages(cell, release.version()),
                own);
    }

    private Benchmark benchmark(
            StoredRelease release,
            @Nullable String rule,
            @Nullable Integer companies,
            List<Score> scores,
            @Nullable Stages stages,
            @Nullable NamedStage own) {
        return new Benchmark(
                model.key().value(),
                release.version().toString(),
                release.period().toString(),
                release.at(),
                group.toString(),
                rule != null,
                rule,
                companies,
                scores,
                stages,
                own);
    }

    private List<Score> scores(Cell cell, @Nullable Counted counted, ModelVersion version) {
        var scores = new ArrayList<Score>();
        cell.scores()
                .forEach((key, it) -> scores.add(new Score(
                        key,
                        key.equals(Scales.OVERALL) ? "Overall" : model.dimensionTitle(key, version),
                        it.max(),
                        quartiles(it),
                        it.withheld(),
                        counted == null ? null : own(key, counted))));
        scores.sort(Comparator.comparing((Score it) -> !it.key().equals(Scales.OVERALL))
                .thenComparing(Score::key));
        return scores;
    }

    private static @Nullable QuartilesShown quartiles(Shown.Score it) {
        return it.lower() == null || it.median() == null || it.upper() == null
                ? null
                : new QuartilesShown(it.lower(), it.median(), it.upper());
    }

    private @Nullable Own own(String key, Counted counted) {
        var score = counted.scores().get(key);
        if (score == null) return null;
        return new Own(
                score,
                counted.percentiles().getOrDefault(group.toString(), Map.of()).get(key));
    }

    private Stages stages(Cell cell, ModelVersion version) {
        return new Stages(
                cell.stages().bands().stream()
                        .map(it -> band(it, cell.companies(), version))
                        .toList(),
                cell.stages().withheld());
    }

    private Band band(StageBand band, int companies, ModelVersion version) {
        return new Band(
                band.from() == null ? null : stage(band.from(), version),
                band.to() == null ? null : stage(band.to(), version),
                band.companies(),
                (double) band.companies() / companies);
    }

    private NamedStage stage(int ordinal, ModelVersion version) {
        var facts = model.versions().get(version);
        if (facts != null)
            for (var stage : facts.stages())
                if (stage.ordinal() == ordinal) return new NamedStage(ordinal, stage.key(), stage.title());
        return model.titled(StageRef.NONE, version);
    }

    private Optional<Cell> cell(JdbcClient jdbc, StoredRelease release) {
        return jdbc.sql("""
                        select withheld, coalesce(companies, 0) as companies, coalesce(scores, '{}') as scores,
                            coalesce(stages, '{"bands": []}') as stages
                        from reporting.benchmark_cell where release_id = :release and group_key = :group
                        """)
                .param("release", release.id())
                .param("group", group.toString())
                .query((row, number) -> new Cell(
                        row.getString("withheld"),
                        row.getInt("companies"),
                        CairnJson.mapper().readValue(row.getString("scores"), SCORES),
                        CairnJson.mapper().readValue(row.getString("stages"), Shown.Stages.class)))
                .optional();
    }

    private Optional<Counted> counted(JdbcClient jdbc, StoredRelease release) {
        return jdbc.sql("""
                        select scores, stage, percentiles from reporting.benchmark_own
                        where tenant_id = :tenant and release_id = :release
                        """)
                .param("tenant", viewer.value())
                .param("release", release.id())
                .query((row, number) -> new Counted(
                        CairnJson.mapper().readValue(row.getString("scores"), OWN_SCORES),
                        row.getObject("stage", Integer.class),
                        CairnJson.mapper().readValue(row.getString("percentiles"), PERCENTILES)))
                .optional();
    }
}
