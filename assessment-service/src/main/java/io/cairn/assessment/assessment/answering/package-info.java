/** Recording, changing and withdrawing answers, and telling what changed. */
@NullMarked
package io.cairn.assessment.assessment.answering;

import org.jspecify.annotations.NullMarked;
