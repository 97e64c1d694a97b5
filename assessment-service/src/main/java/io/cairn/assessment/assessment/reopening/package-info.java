/** Opening what was finalized, to correct it. */
@NullMarked
package io.cairn.assessment.assessment.reopening;

import org.jspecify.annotations.NullMarked;
