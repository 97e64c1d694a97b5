/** Everything that is refused or fails, as RFC 9457 problem details with stable types. */
@NullMarked
package io.cairn.platform.problem;

import org.jspecify.annotations.NullMarked;
