/** The events that are stored: the same size for every peer. */
@NullMarked
package io.cairn.bench.payload;

import org.jspecify.annotations.NullMarked;
