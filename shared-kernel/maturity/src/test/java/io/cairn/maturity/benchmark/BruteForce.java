package io.cairn.maturity.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Whether from published groups something about one to four companies can be computed, by trying all sets of one to four of
 * them. A combination of groups that concerns only the columns of such a set exists where the columns of the null space there
 * are linearly dependent; ten random projections of the null space, modulo a prime, are enough to tell that of up to eight.
 */
final class BruteForce {
    private static final long P = 998_244_353L;
    private static final int DIMENSIONS = 10;

    private BruteForce() {}

    static <T> boolean tells(List<Set<T>> groups, Function<T, Object> companyOf) {
        var groupsOf = new LinkedHashMap<T, List<Integer>>();
        for (var i = 0; i < groups.size(); i++)
            for (var it : groups.get(i))
                groupsOf.computeIfAbsent(it, key -> new ArrayList<>()).add(i);
        // what is in the same groups is told apart by nothing
        var alike = new LinkedHashMap<List<Integer>, Set<Object>>();
        groupsOf.forEach(
                (it, in) -> alike.computeIfAbsent(in, key -> new HashSet<>()).add(companyOf.apply(it)));
        var columns = new ArrayList<>(alike.entrySet());
        var projected = projected(columns.stream().map(Map.Entry::getKey).toList(), groups.size());
        var small = new ArrayList<Integer>();
        for (var i = 0; i < columns.size(); i++) if (columns.get(i).getValue().size() <= 4) small.add(i);
        return dependent(small, 0, Set.of(), List.of(), i -> columns.get(i).getValue(), projected);
    }

    private static boolean dependent(
            List<Integer> small,
            int from,
            Set<Object> companies,
            List<long[]> basis,
            Function<Integer, Collection<Object>> companiesOf,
            long[][] projected) {
        for (var i = from; i < small.size(); i++) {
            var more = new HashSet<>(companies);
            more.addAll(companiesOf.apply(small.get(i)));
            if (more.size() > 4) continue;
            var vector = projected[small.get(i)].clone();
            for (var row : basis) eliminate(vector, row);
            var pivot = first(vector);
            if (pivot < 0) return true;
            var longer = new ArrayList<>(basis);
            longer.add(vector);
            if (dependent(small, i + 1, more, longer, companiesOf, projected)) return true;
        }
        return false;
    }

    private static void eliminate(long[] vector, long[] row) {
        var pivot = first(row);
        var times = vector[pivot] * power(row[pivot], P - 2) % P;
        if (times == 0) return;
        for (var i = 0; i < vector.length; i++) vector[i] = (vector[i] + (P - times) * row[i]) % P;
    }

    private static int first(long[] vector) {
        for (var i = 0; i < vector.length; i++) if (vector[i] != 0) return i;
        return -1;
    }

    /** Of each column its part in some random vectors that are orthogonal to all groups. */
    private static long[][] projected(List<List<Integer>> columns, int groups) {
        var matrix = new long[groups][columns.size()];
        for (var i = 0; i < columns.size(); i++) for (var group : columns.get(i)) matrix[group][i] = 1;
        var pivots = new HashMap<Integer, Integer>();
        var rank = 0;
        for (var column = 0; column < columns.size() && rank < groups; column++) {
            var row = rank;
            while (row < groups && matrix[row][column] == 0) row++;
            if (row == groups) continue;
            var swap = matrix[row];
            matrix[row] = matrix[rank];
            matrix[rank] = swap;
            var by = power(matrix[rank][column], P - 2);
            for (var i = column; i < columns.size(); i++) matrix[rank][i] = matrix[rank][i] * by % P;
            for (row = 0; row < groups; row++) {
                var times = matrix[row][column];
                if (row == rank || times == 0) continue;
                for (var i = column; i < columns.size(); i++)
                    matrix[row][i] = (matrix[row][i] + (P - times) * matrix[rank][i]) % P;
            }
            pivots.put(column, rank++);
        }
        var random = new SplittableRandom(1996);
        var projected = new long[columns.size()][DIMENSIONS];
        for (var column = 0; column < columns.size(); column++)
            if (!pivots.containsKey(column))
                for (var i = 0; i < DIMENSIONS; i++) projected[column][i] = random.nextLong(P);
        pivots.forEach((column, row) -> {
            for (var other = 0; other < columns.size(); other++) {
                if (pivots.containsKey(other) || matrix[row][other] == 0) continue;
                for (var i = 0; i < DIMENSIONS; i++)
                    projected[column][i] = (projected[column][i] + (P - matrix[row][other]) * projected[other][i]) % P;
            }
        });
        return projected;
    }

    private static long power(long base, long exponent) {
        var result = 1L;
        for (var power = base % P; exponent > 0; exponent >>= 1, power = power * power % P)
            if ((exponent & 1) == 1) result = result * power % P;
        return result;
    }
}
