/** Where did the units below one stand, period by period, and what did they aim at? */
@NullMarked
package io.cairn.reporting.portfolio;

import org.jspecify.annotations.NullMarked;
