package io.cairn.verifier;

import io.cairn.proof.Frontier;
import io.cairn.proof.Hash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The leaves between two heads as the tree has them and as the events make them. Whichever of both gives the signed root
 * is what was signed; when both were meddled with, a mixture of them may.
 */
record Segment(List<@Nullable Leaf> leaves, List<Event> events) {
    /** Above it, finding out which of both is right costs more hashes than anybody waits for. */
    private static final int MOST_DOUBTS = 12;

    /** What was signed; null when nothing there is gives the root. */
    @Nullable
    List<Hash> signed(Frontier before, Hash root) {
        var kept = kept();
        if (kept != null && gives(before, kept, root)) return kept;
        var made = events.stream().map(Event::hash).toList();
        if (made.size() == leaves.size() && gives(before, made, root)) return made;
        return made.size() == leaves.size() ? mixed(before, made, root) : null;
    }

    private @Nullable List<Hash> kept() {
        var hashes = new ArrayList<Hash>(leaves.size());
        for (var leaf : leaves) {
            if (leaf == null) return null;
            hashes.add(leaf.hash());
        }
        return hashes;
    }

    private @Nullable List<Hash> mixed(Frontier before, List<Hash> made, Hash root) {
        var doubts = new ArrayList<Integer>();
        var mixed = new ArrayList<>(made);
        for (var i = 0; i < made.size(); i++) {
            var leaf = leaves.get(i);
            if (leaf != null && !leaf.hash().equals(made.get(i))) doubts.add(i);
        }
        if (doubts.size() > MOST_DOUBTS) return null;
        for (var choice = 1; choice < 1 << doubts.size(); choice++) {
            for (var i = 0; i < doubts.size(); i++) {
                var at = doubts.get(i);
                var leaf = leaves.get(at);
                mixed.set(at, leaf != null && (choice >> i & 1) == 1 ? leaf.hash() : made.get(at));
            }
            if (gives(before, mixed, root)) return mixed;
        }
        return null;
    }

    private static boolean gives(Frontier before, List<Hash> hashes, Hash root) {
        var tree = before.copy();
        for (var hash : hashes) tree.append(hash);
        return tree.root().equals(root);
    }
}
