package io.cairn.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * What must be remembered of a tree so that it can grow: the roots of its largest complete subtrees from left to right,
 * one for each bit of its size. Not for several threads at once.
 */
public final class Frontier {
    private final List<Hash> roots = new ArrayList<>();
    private long size;

    /** Is told of each subtree that became complete; level 0 is the leaves, index counts the subtrees of a level. */
    @FunctionalInterface
    public interface Completed {
        void node(int level, long index, Hash hash);
    }

    public static Frontier empty() {
        return new Frontier();
    }

    /** @param bytes as {@link #bytes} gave them */
    public static Frontier of(long size, byte[] bytes) {
        var roots = Long.bitCount(size);
        if (size < 0 || bytes.length != roots * Hash.LENGTH)
            throw new IllegalArgumentException(bytes.length + " bytes are no frontier of " + size + " leaves");
        var frontier = new Frontier();
        frontier.size = size;
        for (var i = 0; i < roots; i++) frontier.roots.add(Hash.read(bytes, i * Hash.LENGTH));
        return frontier;
    }

    public Frontier copy() {
        var copy = new Frontier();
        copy.size = size;
        copy.roots.addAll(roots);
        return copy;
    }

    public void append(Hash leaf) {
        append(leaf, (level, index, hash) -> {});
    }

    public void append(Hash leaf, Completed completed) {
        completed.node(0, size, leaf);
        var hash = leaf;
        var level = 0;
        for (var left = size; (left & 1) == 1; left >>= 1) {
            hash = Hash.node(roots.remove(roots.size() - 1), hash);
            completed.node(++level, left >> 1, hash);
        }
        roots.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    /** The Merkle tree hash of RFC 9162 over all leaves so far. */
    public Hash root() {
        if (roots.isEmpty()) return Hash.EMPTY;
        var root = roots.get(roots.size() - 1);
        for (var i = roots.size() - 2; i >= 0; i--) root = Hash.node(roots.get(i), root);
        return root;
    }

    public byte[] bytes() {
        var bytes = new byte[roots.size() * Hash.LENGTH];
        for (var i = 0; i < roots.size(); i++) roots.get(i).write(bytes, i * Hash.LENGTH);
        return bytes;
    }
}
