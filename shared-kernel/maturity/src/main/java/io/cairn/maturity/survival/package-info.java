/** How long things last: estimators of durations that are only partly seen. */
@NullMarked
package io.cairn.maturity.survival;

import org.jspecify.annotations.NullMarked;
