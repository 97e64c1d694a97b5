/** Decides: one room per stream, one folder per use case. */
@NullMarked
package io.cairn.assessment;

import org.jspecify.annotations.NullMarked;
