/** Delivering what waits, again and again until it is done or given up: when, and by which node. */
@NullMarked
package io.cairn.assessment.delivery;

import org.jspecify.annotations.NullMarked;
