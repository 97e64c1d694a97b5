/** Checks a bundle offline: what was changed, removed, added or moved since heads were signed, event by event. */
@NullMarked
package io.cairn.verifier;

import org.jspecify.annotations.NullMarked;
