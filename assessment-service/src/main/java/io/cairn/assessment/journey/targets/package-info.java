/** Where a journey is to be, by when, and whether it got there. */
@NullMarked
package io.cairn.assessment.journey.targets;

import org.jspecify.annotations.NullMarked;
