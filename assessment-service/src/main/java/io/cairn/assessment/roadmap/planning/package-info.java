/** Planning an action. */
@NullMarked
package io.cairn.assessment.roadmap.planning;

import org.jspecify.annotations.NullMarked;
