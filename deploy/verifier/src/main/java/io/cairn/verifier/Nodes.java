package io.cairn.verifier;

import io.cairn.proof.Frontier;
import io.cairn.proof.Hash;
import io.cairn.verifier.Finding.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The nodes the service keeps of the tree, in the order in which they were complete, against those that follow. */
final class Nodes implements Frontier.Completed {
    private static final int STEP = 4;

    private final Lines lines;
    private final Findings findings;
    private @Nullable Node next;

    private record Node(int level, long index, Hash hash) {
        boolean before(int otherLevel, long otherIndex) {
            var complete = (index + 1) << level;
            var other = (otherIndex + 1) << otherLevel;
            return complete < other || (complete == other && level < otherLevel);
        }
    }

    Nodes(Lines lines, Findings findings) throws IOException {
        this.lines = lines;
        this.findings = findings;
        read();
    }

    private void read() throws IOException {
        next = null;
        if (!lines.next()) return;
        var parts = lines.text().split(" ", -1);
        next = new Node(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Hash.ofHex(parts[2]));
    }

    /** Those left over, which are above no leaves that any head covers. */
    void end() throws IOException {
        for (; next != null; read())
            findings.add(
                    Kind.TREE,
                    "the node " + next.index + " of level " + next.level + " was added to the tree: no head covers it");
    }

    @Override
    public void node(int level, long index, Hash hash) {
        if (level == 0 || level % STEP != 0) return;
        try {
            while (next != null && next.before(level, index)) {
                findings.add(
                        Kind.TREE, "the node " + next.index + " of level " + next.level + " was added to the tree");
                read();
            }
            if (next == null || next.level != level || next.index != index) {
                findings.add(Kind.TREE, "the node " + index + " of level " + level + " is missing in the tree");
                return;
            }
            if (!next.hash.equals(hash))
                findings.add(Kind.TREE, "the node " + index + " of level " + level + " was changed in the tree");
            read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
