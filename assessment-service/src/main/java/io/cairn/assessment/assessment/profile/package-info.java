/** What the answers come to now, and what other answers would. */
@NullMarked
package io.cairn.assessment.assessment.profile;

import org.jspecify.annotations.NullMarked;
