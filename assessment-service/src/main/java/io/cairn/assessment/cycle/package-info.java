/** Rounds of assessments: opened by hand or by the calendar, followed, closed. */
@NullMarked
package io.cairn.assessment.cycle;

import org.jspecify.annotations.NullMarked;
