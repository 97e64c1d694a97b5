/** The append-only store of events on PostgreSQL, in one total order, and the loop that feeds views from it. */
@NullMarked
package io.cairn.eventstore;

import org.jspecify.annotations.NullMarked;
