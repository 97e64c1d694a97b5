/** What a unit does to get further under a model: actions, how far they are, and what moved since. */
@NullMarked
package io.cairn.assessment.roadmap;

import org.jspecify.annotations.NullMarked;
