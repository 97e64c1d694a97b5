/** How far several respondents agree, what they propose together, and how sure the stage is that follows. */
@NullMarked
package io.cairn.maturity.agreement;

import org.jspecify.annotations.NullMarked;
