/** Giving an assessment up. */
@NullMarked
package io.cairn.assessment.assessment.cancellation;

import org.jspecify.annotations.NullMarked;
