/** Where will units be, if they go on to move as they did? */
@NullMarked
package io.cairn.reporting.forecast;

import org.jspecify.annotations.NullMarked;
