/** What units aim at and how it went, and what waits to be decided, as known at a time. */
@NullMarked
package io.cairn.reporting.milestone;

import org.jspecify.annotations.NullMarked;
