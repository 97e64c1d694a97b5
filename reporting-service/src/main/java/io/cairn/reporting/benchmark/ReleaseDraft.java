package io.cairn.reporting.benchmark;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.benchmark.Cell;
import io.cairn.maturity.benchmark.Member;
import io.cairn.maturity.benchmark.Published;
import io.cairn.maturity.benchmark.Release;
import io.cairn.maturity.benchmark.Rule;
import io.cairn.maturity.benchmark.StageBand;
import io.cairn.reporting.benchmark.Contributions.Contribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A release as it is about to be written. */
final class ReleaseDraft {
    private final MaturityModel model;
    private final Map<UUID, TenantId> tenants = new HashMap<>();
    private final List<Member> members = new ArrayList<>();
    private final Scales scales;

    ReleaseDraft(MaturityModel model, List<Contribution> contributions, Map<TenantId, UUID> numbers) {
        this.model = model;
        this.scales = Scales.of(contributions);
        for (var it : contributions) {
            var number = numbers.get(it.company());
            if (number == null) throw new IllegalStateException("a company has no number");
            tenants.put(number, it.company());
            members.add(new Member(
                    number,
                    it.profile(),
                    Scales.shares(it.result()),
                    it.result().stage()));
        }
    }

    static List<TenantId> companies(List<Contribution> contributions) {
        return contributions.stream().map(Contribution::company).toList();
    }

    void write(JdbcClient jdbc, Period period, Instant at, List<Published> before) {
        var stages = new StageBand.Range(
                model.mayBeBelowFirstStage() ? 0 : 1, model.stages().size());
        var release = StoredRelease.write(jdbc, model.ref(), period, at);
        var cells = Release.of(members, stages, before);
        for (var cell : cells) if (cell.withheld() != Rule.TOO_FEW) write(jdbc, release, cell);
        var percentiles = percentiles(cells);
        for (var member : members)
            write(jdbc, release, member, percentiles.getOrDefault(member.company(), new TreeMap<>()));
        Ledger.write(jdbc, release, members);
    }

    private void write(JdbcClient jdbc, UUID release, Cell cell) {
        var rule = cell.withheld();
        jdbc.sql("""
                        insert into reporting.benchmark_cell (release_id, group_key, withheld, companies, scores, stages)
                        values (:release, :group, :withheld, :companies, :scores::jsonb, :stages::jsonb)
                        """)
                .param("release", release)
                .param("group", cell.group().toString())
                .param("withheld", rule == null ? null : rule.word())
                .param("companies", rule == null ? cell.companies() : null)
                .param("scores", rule == null ? json(Shown.scores(cell, scales)) : null)
                .param("stages", rule == null ? json(Shown.stages(cell)) : null)
                .update();
    }

    private void write(
            JdbcClient jdbc, UUID release, Member member, SortedMap<String, SortedMap<String, Double>> percentiles) {
        var scores = new TreeMap<String, Double>();
        member.scores()
                .forEach((key, share) ->
                        scores.put(key, Shown.onScale(share, scales.max().getOrDefault(key, 1.0))));
        var tenant = tenants.get(member.company());
        if (tenant == null) throw new IllegalStateException("a number has no company");
        jdbc.sql("""
                        insert into reporting.benchmark_own (tenant_id, release_id, scores, stage, percentiles)
                        values (:tenant, :release, :scores::jsonb, :stage, :percentiles::jsonb)
                        """)
                .param("tenant", tenant.value())
                .param("release", release)
                .param("scores", json(scores))
                .param("stage", member.stage())
                .param("percentiles", json(percentiles))
                .update();
    }

    /** By company, group and score. */
    private static Map<UUID, SortedMap<String, SortedMap<String, Double>>> percentiles(List<Cell> cells) {
        var all = new HashMap<UUID, SortedMap<String, SortedMap<String, Double>>>();
        for (var cell : cells)
            cell.percentiles()
                    .forEach((company, scores) -> all.computeIfAbsent(company, key -> new TreeMap<>())
                            .put(cell.group().toString(), scores));
        return all;
    }

    private static String json(Object value) {
        return CairnJson.mapper().writeValueAsString(value);
    }
}
