/** Where each unit stood in each period, on two time axes: the period it is about and when it was known. */
@NullMarked
package io.cairn.reporting.point;

import org.jspecify.annotations.NullMarked;
