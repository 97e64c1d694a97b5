/** What moving units to a new version of their model would come to; nothing is recorded. */
@NullMarked
package io.cairn.assessment.upgrade;

import org.jspecify.annotations.NullMarked;
