package io.cairn.reporting.benchmark;

import io.cairn.language.ModelRef;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings.CompanyProfile;
import io.cairn.maturity.benchmark.Counted;
import io.cairn.maturity.benchmark.Member;
import io.cairn.maturity.benchmark.PeerGroup;
import io.cairn.maturity.benchmark.Published;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who stood behind earlier releases, by numbers that only the projector can tell whose they are. */
final class Ledger {
    private Ledger() {}

    private record Entry(UUID release, Counted counted, List<PeerGroup> groups) {}

    private record Cell(UUID release, PeerGroup group, boolean withStages) {}

    /** Each company's number; one that has none yet gets one. */
    static Map<TenantId, UUID> numbers(JdbcClient jdbc, Collection<TenantId> companies) {
        var ids = companies.stream().map(TenantId::value).toArray(UUID[]::new);
        jdbc.sql("""
                        insert into reporting.benchmark_number (tenant_id) select unnest(:ids::uuid[])
                        on conflict do nothing
                        """).param("ids", ids).update();
        var numbers = new HashMap<TenantId, UUID>();
        jdbc.sql("select tenant_id, company from reporting.benchmark_number where tenant_id = any (:ids::uuid[])")
                .param("ids", ids)
                .query(row -> {
                    numbers.put(
                            new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("company", UUID.class));
                });
        return numbers;
    }

    /** All groups published of this version of the model, ever. */
    static List<Published> published(JdbcClient jdbc, ModelRef model) {
        var entries = new HashMap<UUID, List<Entry>>();
        for (var entry : entries(jdbc, model))
            entries.computeIfAbsent(entry.release(), key -> new ArrayList<>()).add(entry);
        return cells(jdbc, model).stream()
                .map(cell -> {
                    var members = new HashSet<Counted>();
                    for (var entry : entries.getOrDefault(cell.release(), List.of()))
                        if (entry.groups().contains(cell.group())) members.add(entry.counted());
                    return new Published(cell.group(), members, cell.withStages());
                })
                .toList();
    }

    private static List<Entry> entries(JdbcClient jdbc, ModelRef model) {
        return jdbc.sql("""
                        select m.release_id, m.company, m.value, m.stage, m.industry, m.size, m.region
                        from reporting.benchmark_member m
                        join reporting.benchmark_release r on r.id = m.release_id
                        where r.model_key = :model and r.model_version = :version
                        """)
                .param("model", model.key().value())
                .param("version", model.version().toString())
                .query((row, number) -> new Entry(
                        row.getObject("release_id", UUID.class),
                        new Counted(
                                row.getObject("company", UUID.class),
                                row.getObject("value", UUID.class),
                                row.getObject("stage", Integer.class)),
                        PeerGroup.of(new CompanyProfile(
                                row.getString("industry"), row.getString("size"), row.getString("region")))))
                .list();
    }

    private static List<Cell> cells(JdbcClient jdbc, ModelRef model) {
        return jdbc.sql("""
                        select c.release_id, c.group_key, c.stages ->> 'withheld' is null as with_stages
                        from reporting.benchmark_cell c
                        join reporting.benchmark_release r on r.id = c.release_id
                        where r.model_key = :model and r.model_version = :version and c.withheld is null
                        """)
                .param("model", model.key().value())
                .param("version", model.version().toString())
                .query((row, number) -> new Cell(
                        row.getObject("release_id", UUID.class),
                        PeerGroup.parse(row.getString("group_key")),
                        row.getBoolean("with_stages")))
                .list();
    }

    static void write(JdbcClient jdbc, UUID release, List<Member> members) {
        for (var member : members)
            jdbc.sql("""
                            insert into reporting.benchmark_member
                                (release_id, company, value, stage, industry, size, region)
                            values (:release, :company, :value, :stage, :industry, :size, :region)
                            """)
                    .param("release", release)
                    .param("company", member.company())
                    .param("value", member.counted().value())
                    .param("stage", member.stage())
                    .param("industry", member.profile().industry())
                    .param("size", member.profile().size())
                    .param("region", member.profile().region())
                    .update();
    }
}
