/** Cairn's store, commands and views, put together as a service does. */
@NullMarked
package io.cairn.bench.ours;

import org.jspecify.annotations.NullMarked;
