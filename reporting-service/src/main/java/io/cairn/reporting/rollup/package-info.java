/** Where do the units below a unit stand together, and what holds them back? */
@NullMarked
package io.cairn.reporting.rollup;

import org.jspecify.annotations.NullMarked;
