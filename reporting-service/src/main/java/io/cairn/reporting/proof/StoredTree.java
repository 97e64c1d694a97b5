package io.cairn.reporting.proof;

import io.cairn.language.TenantId;
import io.cairn.proof.Hash;
import io.cairn.proof.Proofs;
import io.cairn.proof.Subtrees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A tenant's tree as it is stored: its leaves and every {@value #STEP}th level above them. A proof is worked out twice,
 * first to hear which nodes it needs and then with them, read in one query of O(log n) rows.
 */
final class StoredTree {
    static final int STEP = 4;

    private static final String NODES = """
            select n.place, h.hash
            from unnest(cast(:levels as int[]), cast(:firsts as bigint[]), cast(:counts as bigint[])) with ordinality
                as n(level, first, count, place)
            join lateral (
                select l.index, l.hash from reporting.tree_leaf l
                where n.level = 0 and l.tenant_id = :tenant and l.index >= n.first and l.index < n.first + n.count
                union all
                select t.index, t.hash from reporting.tree_node t
                where t.tenant_id = :tenant and t.level = n.level and t.index >= n.first and t.index < n.first + n.count
            ) h on true
            order by n.place, h.index
            """;

    private final JdbcClient jdbc;
    private final TenantId tenant;

    StoredTree(JdbcClient jdbc, TenantId tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    /** A node of the tree; stored, or to be made from {@code 1 << level % STEP} stored ones. */
    private record Place(int level, long index) {
        int stored() {
            return level - level % STEP;
        }

        long first() {
            return index << level % STEP;
        }

        long count() {
            return 1L << level % STEP;
        }
    }

    static boolean keeps(int level) {
        return level > 0 && level % STEP == 0;
    }

    /** Of the tree as it was at a size. */
    Hash root(long size) {
        return prove(nodes -> List.of(Proofs.root(size, nodes))).getFirst();
    }

    /** What {@code proof} makes of the tree. */
    List<Hash> prove(Function<Subtrees, List<Hash>> proof) {
        var needed = new LinkedHashSet<Place>();
        var unused = proof.apply((level, index) -> {
            needed.add(new Place(level, index));
            return Hash.EMPTY;
        });
        var found = read(needed);
        return proof.apply((level, index) -> Objects.requireNonNull(found.get(new Place(level, index))));
    }

    private Map<Place, Hash> read(Set<Place> needed) {
        var places = List.copyOf(needed);
        var hashes = new HashMap<Place, List<Hash>>();
        jdbc.sql(NODES)
                .param("tenant", tenant.value())
                .param("levels", array(places, it -> it.stored()))
                .param("firsts", array(places, Place::first))
                .param("counts", array(places, Place::count))
                .query(row -> {
                    hashes.computeIfAbsent(places.get(row.getInt(1) - 1), it -> new ArrayList<>())
                            .add(Hash.read(row.getBytes(2)));
                });
        return places.stream()
                .collect(Collectors.toMap(it -> it, it -> folded(it, hashes.getOrDefault(it, List.of()))));
    }

    private static Hash folded(Place place, List<Hash> stored) {
        if (stored.size() != place.count())
            throw new IllegalStateException(
                    "the tree has lost nodes below level " + place.level() + ", " + place.index());
        var hashes = stored;
        while (hashes.size() > 1) {
            var above = new ArrayList<Hash>();
            for (var i = 0; i < hashes.size(); i += 2) above.add(Hash.node(hashes.get(i), hashes.get(i + 1)));
            hashes = above;
        }
        return hashes.getFirst();
    }

    private static String array(List<Place> places, Function<Place, Number> number) {
        return places.stream().map(number).map(Number::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
