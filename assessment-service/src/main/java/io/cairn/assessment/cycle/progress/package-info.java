/** How far each unit of a cycle is. */
@NullMarked
package io.cairn.assessment.cycle.progress;

import org.jspecify.annotations.NullMarked;
