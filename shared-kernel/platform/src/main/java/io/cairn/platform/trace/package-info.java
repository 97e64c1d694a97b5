/** Spans of what is done, for an operator who names a collector; nothing at all without one. */
@NullMarked
package io.cairn.platform.trace;

import org.jspecify.annotations.NullMarked;
