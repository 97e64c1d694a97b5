package io.cairn.maturity.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * All that can be computed of counts by adding, subtracting and multiplying them: the row space of the published groups,
 * over the classes of what is counted. Rows are kept reduced, each with a pivot in the largest class it can have. Exact
 * arithmetic modulo a prime.
 *
 * <p>A combination about very few concerns no large class. So its part in large pivots is none, and what is left of a new
 * group after taking away all rows is that combination itself, unless it has a part in small pivots; those are looked for by
 * taking away one or two rows more.
 */
final class Span {
    private static final long P = 2_147_483_647L;
    /** Pairs of rows are looked at where they are not too many. */
    private static final int PAIRS = 64;

    private final List<BitSet> classes;
    private final int firstSmall;
    private final Predicate<BitSet> concernsFew;
    private final List<int[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    /**
     * @param classes largest first
     * @param few a class of so many columns or more is large
     * @param concernsFew of the columns of a combination
     */
    Span(List<BitSet> classes, int few, Predicate<BitSet> concernsFew) {
        this.classes = classes;
        this.firstSmall =
                (int) classes.stream().filter(it -> it.cardinality() >= few).count();
        this.concernsFew = concernsFew;
    }

    void add(BitSet group) {
        var row = reduced(group);
        var pivot = first(row);
        if (pivot < 0) return;
        scale(row, inverse(row[pivot]));
        for (var other : rows) subtract(other, other[pivot], row, pivot);
        rows.add(row);
        pivots.add(pivot);
    }

    /** Whether with this group something could be computed that concerns few. */
    boolean wouldTell(BitSet group) {
        var rest = reduced(group);
        if (first(rest) < 0) return false; // it follows from the others anyway
        if (isFew(rest)) return true;
        var light = new ArrayList<int[]>();
        for (var i = 0; i < rows.size(); i++) if (pivots.get(i) >= firstSmall) light.add(rows.get(i));
        for (var i = 0; i < light.size(); i++) {
            for (var sign : new long[] {1, P - 1}) {
                var less = rest.clone();
                subtract(less, sign, light.get(i), 0);
                if (isFew(less)) return true;
                if (light.size() <= PAIRS && tellsWithOneMore(less, light, i + 1)) return true;
            }
        }
        return false;
    }

    private boolean tellsWithOneMore(int[] rest, List<int[]> light, int from) {
        for (var i = from; i < light.size(); i++) {
            for (var sign : new long[] {1, P - 1}) {
                var less = rest.clone();
                subtract(less, sign, light.get(i), 0);
                if (isFew(less)) return true;
            }
        }
        return false;
    }

    private boolean isFew(int[] row) {
        var concerned = new BitSet();
        var it = first(row);
        if (it < firstSmall) return false; // nothing, or a large class
        for (; it < row.length; it++) if (row[it] != 0) concerned.or(classes.get(it));
        return concernsFew.test(concerned);
    }

    private int[] reduced(BitSet group) {
        var row = new int[classes.size()];
        for (var it = 0; it < row.length; it++)
            row[it] = group.get(classes.get(it).nextSetBit(0)) ? 1 : 0;
        for (var i = 0; i < rows.size(); i++) subtract(row, row[pivots.get(i)], rows.get(i), pivots.get(i));
        return row;
    }

    /** @param from other has nothing before it */
    private static void subtract(int[] row, long times, int[] other, int from) {
        if (times == 0) return;
        var factor = P - times;
        for (var it = from; it < row.length; it++)
            if (other[it] != 0) row[it] = (int) ((row[it] + factor * other[it]) % P);
    }

    private static void scale(int[] row, long by) {
        Arrays.setAll(row, it -> (int) (row[it] * by % P));
    }

    private static int first(int[] row) {
        for (var it = 0; it < row.length; it++) if (row[it] != 0) return it;
        return -1;
    }

    /** By Fermat: {@code a^(P−2)}. */
    private static long inverse(long a) {
        var result = 1L;
        for (long power = a, exponent = P - 2; exponent > 0; exponent >>= 1, power = power * power % P)
            if ((exponent & 1) == 1) result = result * power % P;
        return result;
    }
}
