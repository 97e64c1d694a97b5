/** Remembers: one folder per question someone asks. */
@NullMarked
package io.cairn.reporting;

import org.jspecify.annotations.NullMarked;
