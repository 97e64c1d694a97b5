/** What was answered, and where did a unit stand, as of then? */
@NullMarked
package io.cairn.reporting.asof;

import org.jspecify.annotations.NullMarked;
