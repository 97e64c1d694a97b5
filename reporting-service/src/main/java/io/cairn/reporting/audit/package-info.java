/** Who said what, when, in place of what, and why? */
@NullMarked
package io.cairn.reporting.audit;

import org.jspecify.annotations.NullMarked;
