/** From figures to shapes, and from shapes to SVG: pure functions of their arguments. */
@NullMarked
package io.cairn.reporting.chart;

import org.jspecify.annotations.NullMarked;
