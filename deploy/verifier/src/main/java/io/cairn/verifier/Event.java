package io.cairn.verifier;

import io.cairn.proof.EventLine;
import io.cairn.proof.Hash;
import java.nio.charset.StandardCharsets;

/** An event as the bundle has it: how the store says it now. */
record Event(EventLine line, Hash hash, byte[] bytes) {
    long position() {
        return line.position();
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
