/** What makes a tenant's events provable to an outsider: a Merkle tree over them, signed heads, proofs. Plain Java. */
@NullMarked
package io.cairn.proof;

import org.jspecify.annotations.NullMarked;
