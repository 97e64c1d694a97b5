/** Cairn's event store beside what else one could build on the same PostgreSQL, measured in one run. */
@NullMarked
package io.cairn.bench;

import org.jspecify.annotations.NullMarked;
