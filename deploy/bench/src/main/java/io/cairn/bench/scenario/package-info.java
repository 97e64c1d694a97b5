/** One class per question; each opens the peers that answer it. */
@NullMarked
package io.cairn.bench.scenario;

import org.jspecify.annotations.NullMarked;
