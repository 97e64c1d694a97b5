/** Reports as charts, by their addresses. */
@NullMarked
package io.cairn.reporting.picture;

import org.jspecify.annotations.NullMarked;
