/** What was answered, and what it came to, on two time axes: the period it is about and when it was known. */
@NullMarked
package io.cairn.reporting.past;

import org.jspecify.annotations.NullMarked;
