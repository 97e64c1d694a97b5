/** The one durable PostgreSQL under all peers. */
@NullMarked
package io.cairn.bench.database;

import org.jspecify.annotations.NullMarked;
