/** What a maturity model says and what a set of answers is worth under it: pure functions, no clock, no I/O. */
@NullMarked
package io.cairn.maturity;

import org.jspecify.annotations.NullMarked;
