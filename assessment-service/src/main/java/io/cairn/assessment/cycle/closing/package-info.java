/** Closing a cycle. */
@NullMarked
package io.cairn.assessment.cycle.closing;

import org.jspecify.annotations.NullMarked;
