/** What a board reads of a quarter: one unit, or all below one. */
@NullMarked
package io.cairn.reporting.quarterly;

import org.jspecify.annotations.NullMarked;
