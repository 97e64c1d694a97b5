package io.cairn.maturity.benchmark;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

/**
 * Numbers for what is counted, so that a group is a set of bits; and what always comes together in all the groups there are
 * or may be, as one class, for it cannot be told apart by whatever is added and subtracted.
 *
 * @param <T> what is counted: a company, or a company with the value it has
 */
final class Columns<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private int[] company = new int[64];
    private final Map<UUID, Integer> companies = new HashMap<>();
    private final Function<T, UUID> companyOf;

    Columns(Function<T, UUID> companyOf) {
        this.companyOf = companyOf;
    }

    BitSet of(Collection<T> counted) {
        var set = new BitSet();
        for (var one : counted) set.set(of(one));
        return set;
    }

    int of(T one) {
        var known = numbers.get(one);
        if (known != null) return known;
        var number = numbers.size();
        if (number == company.length) company = Arrays.copyOf(company, 2 * number);
        var before = companies.size();
        company[number] = companies.computeIfAbsent(companyOf.apply(one), it -> before);
        numbers.put(one, number);
        return number;
    }

    /** How many different companies there are among the columns, {@code enough} if there are at least so many. */
    int companies(BitSet columns, int enough) {
        var seen = new HashSet<Integer>();
        for (var it = columns.nextSetBit(0); it >= 0 && seen.size() < enough; it = columns.nextSetBit(it + 1))
            seen.add(company[it]);
        return seen.size();
    }

    /** The classes of what is in any of the sets, those of most columns first. */
    List<BitSet> classes(Collection<BitSet> sets) {
        var random = new SplittableRandom(numbers.size());
        var signatures = new long[numbers.size()];
        for (var set : sets) {
            var mark = random.nextLong();
            set.stream().forEach(it -> signatures[it] += mark);
        }
        var classes = new HashMap<Long, BitSet>();
        for (var it = 0; it < signatures.length; it++)
            if (signatures[it] != 0)
                classes.computeIfAbsent(signatures[it], key -> new BitSet()).set(it);
        return classes.values().stream()
                .sorted((one, other) -> one.cardinality() != other.cardinality()
                        ? other.cardinality() - one.cardinality()
                        : one.nextSetBit(0) - other.nextSetBit(0))
                .toList();
    }
}
