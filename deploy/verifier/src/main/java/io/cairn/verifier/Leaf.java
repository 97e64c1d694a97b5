package io.cairn.verifier;

import io.cairn.proof.Hash;
import io.cairn.proof.LineReader;
import java.util.UUID;

/** A leaf as the service keeps it, and which event it is said to be. */
record Leaf(long index, long position, UUID event, Hash hash) {
    /** {@code index position event hash}. */
    static Leaf read(Lines line) {
        var reader = new LineReader(line.buffer(), line.start(), line.length());
        var index = reader.number();
        reader.expect(" ");
        var position = reader.number();
        reader.expect(" ");
        var event = reader.uuid();
        reader.expect(" ");
        var hash = reader.hash();
        reader.expectEnd();
        return new Leaf(index, position, event, hash);
    }
}
