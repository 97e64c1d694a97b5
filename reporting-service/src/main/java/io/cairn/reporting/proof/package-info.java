/** Makes events provable: each tenant's tree over its events, heads signed at intervals, proofs, the auditor's bundle. */
@NullMarked
package io.cairn.reporting.proof;

import org.jspecify.annotations.NullMarked;
