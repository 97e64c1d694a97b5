/** What companies are compared by, and what of it may be told without telling of one of them. */
@NullMarked
package io.cairn.maturity.benchmark;

import org.jspecify.annotations.NullMarked;
