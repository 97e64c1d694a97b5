/** Giving the answers to review. */
@NullMarked
package io.cairn.assessment.assessment.submission;

import org.jspecify.annotations.NullMarked;
