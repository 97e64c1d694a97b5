/** What the figures must show. */
@NullMarked
package io.cairn.bench.goals;

import org.jspecify.annotations.NullMarked;
