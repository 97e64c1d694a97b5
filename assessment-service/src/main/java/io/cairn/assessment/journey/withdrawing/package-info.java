/** What a cancelled assessment takes along from the journey. */
@NullMarked
package io.cairn.assessment.journey.withdrawing;

import org.jspecify.annotations.NullMarked;
