/** What lies between two points of a unit's past, and why? */
@NullMarked
package io.cairn.reporting.difference;

import org.jspecify.annotations.NullMarked;
