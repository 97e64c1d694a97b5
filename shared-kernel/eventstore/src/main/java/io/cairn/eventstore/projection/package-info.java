/** Keeps views up to date with the store: rows and token in one transaction. */
@NullMarked
package io.cairn.eventstore.projection;

import org.jspecify.annotations.NullMarked;
