/** The table, bench.json, and what kind of machine it was. */
@NullMarked
package io.cairn.bench.report;

import org.jspecify.annotations.NullMarked;
