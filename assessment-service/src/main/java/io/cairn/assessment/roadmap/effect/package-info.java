/** Whether the questions of completed actions moved. */
@NullMarked
package io.cairn.assessment.roadmap.effect;

import org.jspecify.annotations.NullMarked;
