package io.cairn.proof;

import java.util.ArrayList;
import java.util.List;

/** Proofs of RFC 9162: how they are made (2.1.3.1, 2.1.4.1) and how they are checked (2.1.3.2, 2.1.4.2). */
public final class Proofs {
    private Proofs() {}

    /**
     * That a leaf is in the tree: what its hash must be combined with, from the leaf up.
     *
     * @throws IllegalArgumentException when the tree has no such leaf
     */
    public static List<Hash> inclusion(long leaf, long size, Subtrees subtrees) {
        if (leaf < 0 || leaf >= size) throw new IllegalArgumentException("no leaf " + leaf + " among " + size);
        var path = new ArrayList<Hash>();
        path(leaf, 0, size, subtrees, path);
        return path;
    }

    private static void path(long leaf, long from, long to, Subtrees subtrees, List<Hash> path) {
        if (to - from == 1) return;
        var middle = from + split(to - from);
        if (leaf < middle) {
            path(leaf, from, middle, subtrees, path);
            path.add(root(middle, to, subtrees));
        } else {
            path(leaf, middle, to, subtrees, path);
            path.add(root(from, middle, subtrees));
        }
    }

    /**
     * That the tree of {@code to} leaves begins with the tree of {@code from} leaves.
     *
     * @throws IllegalArgumentException unless {@code 0 < from <= to}
     */
    public static List<Hash> consistency(long from, long to, Subtrees subtrees) {
        if (from < 1 || from > to) throw new IllegalArgumentException("no proof from " + from + " to " + to);
        var path = new ArrayList<Hash>();
        consistency(from, 0, to, true, subtrees, path);
        return path;
    }

    private static void consistency(long old, long from, long to, boolean whole, Subtrees subtrees, List<Hash> path) {
        if (old == to) {
            if (!whole) path.add(root(from, to, subtrees));
            return;
        }
        var middle = from + split(to - from);
        if (old <= middle) {
            consistency(old, from, middle, whole, subtrees, path);
            path.add(root(middle, to, subtrees));
        } else {
            consistency(old, middle, to, false, subtrees, path);
            path.add(root(from, middle, subtrees));
        }
    }

    /** The root of the first {@code size} leaves. */
    public static Hash root(long size, Subtrees subtrees) {
        return size == 0 ? Hash.EMPTY : root(0, size, subtrees);
    }

    private static Hash root(long from, long to, Subtrees subtrees) {
        var leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            var level = Long.numberOfTrailingZeros(leaves);
            return subtrees.root(level, from >> level);
        }
        var middle = from + split(leaves);
        return Hash.node(root(from, middle, subtrees), root(middle, to, subtrees));
    }

    /** The largest power of two smaller than {@code leaves}, which is at least 2. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** Whether {@code path} leads from the leaf to the root. */
    public static boolean included(Hash hash, long leaf, long size, List<Hash> path, Hash root) {
        if (leaf < 0 || leaf >= size) return false;
        var fn = leaf;
        var sn = size - 1;
        var r = hash;
        for (var p : path) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                r = Hash.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else r = Hash.node(r, p);
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && r.equals(root);
    }

    /** Whether {@code path} shows that the tree with the second root begins with the one with the first. */
    public static boolean consistent(long from, long to, Hash first, Hash second, List<Hash> path) {
        if (from < 1 || from > to) return false;
        if (from == to) return path.isEmpty() && first.equals(second);
        var whole = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) whole.add(0, first);
        if (whole.isEmpty()) return false;
        var fn = from - 1;
        var sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        var fr = whole.get(0);
        var sr = fr;
        for (var c : whole.subList(1, whole.size())) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hash.node(c, fr);
                sr = Hash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else sr = Hash.node(sr, c);
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(first) && sr.equals(second);
    }
}
