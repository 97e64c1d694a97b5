package io.cairn.eventstore.projection;

import org.jspecify.annotations.Nullable;

/**
 * Whose rows a statement reads and writes: a place in a tree, as a tenant, and in it a unit. A statement writes no rows
 * but those of its scope and of those within it, and may read those of the outer ones too; so two statements do not touch
 * each other unless one's scope is the other's or lies within it.
 */
public record Scope(@Nullable Scope outer, Object name) {
    /** @param names from the outermost; each has a meaning of equality, as ids and keys have */
    public static Scope of(Object... names) {
        Scope scope = null;
        for (var name : names) scope = new Scope(scope, name);
        if (scope == null) throw new IllegalArgumentException("a scope has a name");
        return scope;
    }
}
