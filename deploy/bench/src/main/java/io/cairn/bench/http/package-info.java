/** The packaged product in a process of its own, and clients that cost little. */
@NullMarked
package io.cairn.bench.http;

import org.jspecify.annotations.NullMarked;
