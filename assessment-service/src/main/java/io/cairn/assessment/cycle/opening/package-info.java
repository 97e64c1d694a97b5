/** Opening a cycle, and the assessments of its units. */
@NullMarked
package io.cairn.assessment.cycle.opening;

import org.jspecify.annotations.NullMarked;
