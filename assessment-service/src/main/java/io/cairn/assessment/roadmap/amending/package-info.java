/** Changing, starting, completing and dropping an action. */
@NullMarked
package io.cairn.assessment.roadmap.amending;

import org.jspecify.annotations.NullMarked;
