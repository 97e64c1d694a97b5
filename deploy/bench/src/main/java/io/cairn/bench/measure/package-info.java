/** How a figure is taken: peers in turn, round by round. */
@NullMarked
package io.cairn.bench.measure;

import org.jspecify.annotations.NullMarked;
