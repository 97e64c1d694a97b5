package io.cairn.maturity.benchmark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * All that can be computed of counts by adding, subtracting and multiplying them: the row space of the published groups,
 * over the classes of what is counted. Rows are kept reduced, each with a pivot in the largest class it can have.
 *
 * <p>A combination about very few concerns no large class, so rows with large pivots have no part in it: what is left of a
 * new group after taking away all rows either concerns a large class, and then the group is harmless, or it belongs to
 * the combinations of small classes alone, which {@link FewWords} looks through.
 */
final class Span {
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
        var pivot = Residues.first(row);
        if (pivot < 0) return;
        Residues.scale(row, Residues.inverse(row[pivot]));
        for (var other : rows) Residues.subtract(other, other[pivot], row, pivot);
        rows.add(row);
        pivots.add(pivot);
    }

    /** Whether with this group something could be computed that concerns few. */
    boolean wouldTell(BitSet group) {
        var rest = reduced(group);
        if (Residues.first(rest) < firstSmall) return false; // follows from the others anyway, or concerns many
        if (concernsFew(rest)) return true;
        var small = new ArrayList<int[]>();
        for (var i = 0; i < rows.size(); i++) if (pivots.get(i) >= firstSmall) small.add(rows.get(i));
        small.add(rest);
        return new FewWords(small, firstSmall, it -> concernsFew(it) && !isKnown(it)).any();
    }

    private boolean concernsFew(int[] row) {
        var concerned = new BitSet();
        for (var it = firstSmall; it < row.length; it++) if (row[it] != 0) concerned.or(classes.get(it));
        return concernsFew.test(concerned);
    }

    /** Whether it could be computed already. */
    private boolean isKnown(int[] row) {
        var rest = row.clone();
        reduce(rest);
        return Residues.first(rest) < 0;
    }

    private int[] reduced(BitSet group) {
        var row = new int[classes.size()];
        for (var it = 0; it < row.length; it++)
            row[it] = group.get(classes.get(it).nextSetBit(0)) ? 1 : 0;
        reduce(row);
        return row;
    }

    private void reduce(int[] row) {
        for (var i = 0; i < rows.size(); i++) Residues.subtract(row, row[pivots.get(i)], rows.get(i), pivots.get(i));
    }
}
