/** Statistics of how journeys move from stage to stage. */
@NullMarked
package io.cairn.maturity.movement;

import org.jspecify.annotations.NullMarked;
