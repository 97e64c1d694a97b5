/** From a finalized assessment to a proposed stage. */
@NullMarked
package io.cairn.assessment.journey.proposing;

import org.jspecify.annotations.NullMarked;
