package io.cairn.maturity.file;

import io.cairn.language.Rejected;
import io.cairn.language.Rejection.ModelFileInvalid;
import io.cairn.language.Rejection.ModelFileInvalid.Fault;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every fault of a file, so that its author mends them all at once. */
public final class Faults {
    private static final int MOST_SHOWN = 1_000;
    private static final int MOST_KEPT = 100_000;

    private final Set<Fault> found = new LinkedHashSet<>();
    private final Set<String> pointers = new HashSet<>();

    public void add(Place place, String detail) {
        add(place.pointer(), place.line(), detail);
    }

    void add(String pointer, int line, String detail) {
        if (found.size() == MOST_KEPT) throw refusal();
        found.add(new Fault(pointer, line, detail));
        pointers.add(pointer);
    }

    boolean areAt(String pointer) {
        return pointers.contains(pointer);
    }

    /** The refusal, in the order of lines. */
    public Rejected refusal() {
        var sorted = found.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparing(Fault::path))
                .toList();
        if (sorted.size() <= MOST_SHOWN) return new Rejected(new ModelFileInvalid(sorted));
        var shown = new LinkedHashSet<>(sorted.subList(0, MOST_SHOWN));
        shown.add(new Fault("", 1, "has " + (sorted.size() - MOST_SHOWN) + " more faults than these"));
        return new Rejected(new ModelFileInvalid(List.copyOf(shown)));
    }

    /** @throws Rejected with {@link ModelFileInvalid} when there is any */
    public void refuseIfAny() {
        if (!found.isEmpty()) throw refusal();
    }
}
