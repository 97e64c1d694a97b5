package io.cairn.maturity.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Looks for combinations of rows that have very few numbers other than 0. That is the search for short words of a linear code, for
 * which no fast and certain way is known; two ways are gone, as far as the size of the task allows:
 *
 * <ul>
 *   <li>all words of up to four places with coefficients 1 and −1: two pairs of places with the same sum under the code's
 *       parity checks are one;
 *   <li>rows reduced in several orders of the places: a word of which a single place is among the pivots is then a row
 *       (E. Prange, The Use of Information Sets in Decoding Cyclic Codes, 1962).
 * </ul>
 */
final class FewWords {
    private static final int MOST_PLACES = 700;
    private static final double MOST_WORK = 4e8;
    private static final int ORDERS = 64;

    private final List<int[]> rows;
    private final int from;
    private final int places;
    private final Predicate<int[]> isOne;
    private final SplittableRandom random = new SplittableRandom(1962);

    /** @param from all rows have nothing before it */
    FewWords(List<int[]> rows, int from, Predicate<int[]> isOne) {
        this.rows = rows;
        this.from = from;
        this.places = rows.getFirst().length;
        this.isOne = isOne;
    }

    boolean any() {
        var work = (double) rows.size() * rows.size() * (places - from);
        var orders = (int) Math.clamp((long) (MOST_WORK / work), 1, ORDERS);
        for (var i = 0; i < orders; i++) {
            var reduced = reduced(order(i));
            if (reduced.rows().stream().anyMatch(isOne)) return true;
            if (i == 0 && places - from <= MOST_PLACES && anyOfTwoPairs(reduced)) return true;
        }
        return false;
    }

    private int[] order(int attempt) {
        var order = IntStream.range(from, places).toArray();
        if (attempt > 0)
            for (var i = order.length - 1; i > 0; i--) {
                var other = random.nextInt(i + 1);
                var swap = order[i];
                order[i] = order[other];
                order[other] = swap;
            }
        return order;
    }

    /** @param pivots of the rows */
    private record Reduced(List<int[]> rows, int[] pivots) {}

    private Reduced reduced(int[] order) {
        var left = new ArrayList<int[]>();
        for (var row : rows) left.add(row.clone());
        var done = new ArrayList<int[]>();
        var pivots = new ArrayList<Integer>();
        for (var place : order) {
            var pivot = left.stream().filter(it -> it[place] != 0).findFirst();
            if (pivot.isEmpty()) continue;
            var row = pivot.get();
            left.remove(row);
            Residues.scale(row, Residues.inverse(row[place]));
            for (var other : left) Residues.subtract(other, other[place], row, from);
            for (var other : done) Residues.subtract(other, other[place], row, from);
            done.add(row);
            pivots.add(place);
            if (left.isEmpty()) break;
        }
        return new Reduced(done, pivots.stream().mapToInt(Integer::intValue).toArray());
    }

    private boolean anyOfTwoPairs(Reduced reduced) {
        var sums = checkSums(reduced);
        var known = new HashMap<Long, int[]>();
        known.put(0L, new int[0]);
        // a word of one, two or three places has a pair that sums up to a single place, or to nothing
        for (var i = from; i < places; i++) if (isWord(known, sums[i], sums[i], i + 1)) return true;
        for (var i = from; i < places; i++)
            for (var j = from; j < i; j++) {
                if (isWord(known, sums[i], sums[j], i + 1, j + 1)) return true;
                if (isWord(known, sums[i], negative(sums[j]), i + 1, -j - 1)) return true;
            }
        return false;
    }

    private boolean isWord(HashMap<Long, int[]> known, long one, long other, int... signedPlaces) {
        var sum = signedPlaces.length == 1 ? one : sum(one, other);
        // a sum and its negative are the same finding
        var opposite = negative(sum);
        var key = Math.min(sum, opposite);
        var before = known.putIfAbsent(key, key == sum ? signedPlaces : negative(signedPlaces));
        if (before == null) return false;
        var word = new int[places];
        add(word, key == sum ? signedPlaces : negative(signedPlaces), 1);
        add(word, before, Residues.P - 1);
        return Residues.first(word) >= 0 && isOne.test(word);
    }

    private static void add(int[] word, int[] signedPlaces, long times) {
        for (var it : signedPlaces) {
            var place = Math.abs(it) - 1;
            var by = it > 0 ? times : Residues.P - times;
            word[place] = (int) ((word[place] + by) % Residues.P);
        }
    }

    /** Random sums of the parity checks at each place: those of the places of a word add up to nothing. */
    private long[] checkSums(Reduced reduced) {
        var isPivot = new boolean[places];
        for (var pivot : reduced.pivots()) isPivot[pivot] = true;
        var high = new long[places];
        var low = new long[places];
        for (var it = from; it < places; it++) {
            if (isPivot[it]) continue;
            high[it] = random.nextLong(Residues.P);
            low[it] = random.nextLong(Residues.P);
        }
        for (var i = 0; i < reduced.pivots().length; i++) {
            var row = reduced.rows().get(i);
            var pivot = reduced.pivots()[i];
            for (var it = from; it < places; it++) {
                if (isPivot[it] || row[it] == 0) continue;
                high[pivot] = (high[pivot] + (Residues.P - row[it]) * high[it]) % Residues.P;
                low[pivot] = (low[pivot] + (Residues.P - row[it]) * low[it]) % Residues.P;
            }
        }
        var sums = new long[places];
        Arrays.setAll(sums, it -> high[it] << 31 | low[it]);
        return sums;
    }

    private static long sum(long one, long other) {
        var mask = (1L << 31) - 1;
        return ((one >> 31) + (other >> 31)) % Residues.P << 31 | ((one & mask) + (other & mask)) % Residues.P;
    }

    private static long negative(long sum) {
        var mask = (1L << 31) - 1;
        return (Residues.P - (sum >> 31)) % Residues.P << 31 | (Residues.P - (sum & mask)) % Residues.P;
    }

    private static int[] negative(int[] signedPlaces) {
        return Arrays.stream(signedPlaces).map(it -> -it).toArray();
    }
}
