/** How did one unit get where it is? */
@NullMarked
package io.cairn.reporting.timeline;

import org.jspecify.annotations.NullMarked;
