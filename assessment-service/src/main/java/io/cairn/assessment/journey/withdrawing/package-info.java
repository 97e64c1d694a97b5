/** What an assessment takes along from the journey when it is cancelled or tells no stage any more. */
@NullMarked
package io.cairn.assessment.journey.withdrawing;

import org.jspecify.annotations.NullMarked;
