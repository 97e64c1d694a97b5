/** Who fell back, why, and was it more than error? */
@NullMarked
package io.cairn.reporting.backslide;

import org.jspecify.annotations.NullMarked;
