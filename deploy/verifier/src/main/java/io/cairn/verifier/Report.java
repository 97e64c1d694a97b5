package io.cairn.verifier;

import io.cairn.proof.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a check.
 *
 * @param events that are in the bundle
 * @param heads whose signatures hold and whose roots were reached
 * @param texts that are there and are what was said
 * @param erased digests in events whose words are gone
 * @param newest the last head that holds; null when none does
 */
public record Report(
        long events,
        int heads,
        long texts,
        long erased,
        @Nullable Head newest,
        List<Finding> findings) {
    public boolean holds() {
        return findings.isEmpty();
    }
}
