/** A real PostgreSQL for the tests of every module. */
@NullMarked
package io.cairn.eventstore.testing;

import org.jspecify.annotations.NullMarked;
