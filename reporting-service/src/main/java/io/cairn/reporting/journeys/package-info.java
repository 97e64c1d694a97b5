/** Journeys of many units, as the statistics of movement take them. */
@NullMarked
package io.cairn.reporting.journeys;

import org.jspecify.annotations.NullMarked;
