/** Sending the answers back from review. */
@NullMarked
package io.cairn.assessment.assessment.returning;

import org.jspecify.annotations.NullMarked;
