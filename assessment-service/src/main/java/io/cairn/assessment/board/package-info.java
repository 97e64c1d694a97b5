/** What users of assessments need at once: which there are, and where each unit stands. */
@NullMarked
package io.cairn.assessment.board;

import org.jspecify.annotations.NullMarked;
