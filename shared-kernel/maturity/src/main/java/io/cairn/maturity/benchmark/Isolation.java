package io.cairn.maturity.benchmark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Whether what is published, now and ever before, could be subtracted from each other until one to four companies are left.
 * That covers a group whose complement in another is small, the rest of a group beside its published parts, groups whose
 * members have changed by few, and whatever else comes of adding and subtracting.
 *
 * @param <T> a company, where how many there are is told; a company with the value it has, where values are
 */
final class Isolation<T> {
    private final int few;
    private final Columns<T> columns;
    private final List<BitSet> published = new ArrayList<>();
    private final Span span;

    /** @param candidates all that may be published further */
    Isolation(Function<T, UUID> companyOf, int few, Collection<List<T>> before, Collection<List<T>> candidates) {
        this.few = few;
        this.columns = new Columns<>(companyOf);
        var sets = new ArrayList<BitSet>();
        for (var group : before) sets.add(columns.of(group));
        published.addAll(sets);
        for (var group : candidates) sets.add(columns.of(group));
        this.span = new Span(columns.classes(sets), few, this::concernsFew);
        published.forEach(span::add);
    }

    boolean wouldTell(List<T> candidate) {
        if (few == 0) return false;
        var group = columns.of(candidate);
        return published.stream().anyMatch(it -> differsByFew(group, it)) || span.wouldTell(group);
    }

    void publish(List<T> candidate) {
        var group = columns.of(candidate);
        published.add(group);
        span.add(group);
    }

    private boolean differsByFew(BitSet one, BitSet other) {
        // each company has at most two columns in the difference, one on either side
        if (Math.abs(one.cardinality() - other.cardinality()) >= few) return false;
        var difference = (BitSet) one.clone();
        difference.xor(other);
        return concernsFew(difference);
    }

    private boolean concernsFew(BitSet difference) {
        var companies = columns.companies(difference, few);
        return companies > 0 && companies < few;
    }
}
