/** What happened in a period, why, and what blocks, in words? */
@NullMarked
package io.cairn.reporting.summary;

import org.jspecify.annotations.NullMarked;
