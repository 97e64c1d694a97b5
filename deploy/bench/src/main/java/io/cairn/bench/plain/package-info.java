/** Bare JDBC: what the database itself can do. */
@NullMarked
package io.cairn.bench.plain;

import org.jspecify.annotations.NullMarked;
