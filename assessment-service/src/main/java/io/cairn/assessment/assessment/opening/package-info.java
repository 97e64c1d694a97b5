/** Opening an assessment. */
@NullMarked
package io.cairn.assessment.assessment.opening;

import org.jspecify.annotations.NullMarked;
