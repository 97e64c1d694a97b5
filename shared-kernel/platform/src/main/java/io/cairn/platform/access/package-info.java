/** Who came in, who was turned away and why: the security log. */
@NullMarked
package io.cairn.platform.access;

import org.jspecify.annotations.NullMarked;
