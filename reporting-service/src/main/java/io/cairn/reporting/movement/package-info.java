/** Who moved between two periods, and where to? */
@NullMarked
package io.cairn.reporting.movement;

import org.jspecify.annotations.NullMarked;
