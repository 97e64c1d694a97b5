/** What a person makes of a proposed stage. */
@NullMarked
package io.cairn.assessment.journey.deciding;

import org.jspecify.annotations.NullMarked;
