/** From votes to the answer that counts: what each respondent says, how far they agree, what the facilitator settles. */
@NullMarked
package io.cairn.assessment.assessment.settling;

import org.jspecify.annotations.NullMarked;
