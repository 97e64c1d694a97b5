/** Actions that would close the gaps to a stage. */
@NullMarked
package io.cairn.assessment.roadmap.suggesting;

import org.jspecify.annotations.NullMarked;
