/** One unit's way through one model's stages. */
@NullMarked
package io.cairn.assessment.journey;

import org.jspecify.annotations.NullMarked;
