package io.cairn.proof;

/** The roots of a tree's complete subtrees. */
@FunctionalInterface
public interface Subtrees {
    /** Of the leaves from {@code index << level} to {@code (index + 1) << level}, that one not included. */
    Hash root(int level, long index);
}
