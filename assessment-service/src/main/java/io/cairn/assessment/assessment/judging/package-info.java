/** A reviewer's own points for an answer. */
@NullMarked
package io.cairn.assessment.assessment.judging;

import org.jspecify.annotations.NullMarked;
