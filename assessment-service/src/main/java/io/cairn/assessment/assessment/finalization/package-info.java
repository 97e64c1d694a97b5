/** Accepting the answers and putting down what they come to. */
@NullMarked
package io.cairn.assessment.assessment.finalization;

import org.jspecify.annotations.NullMarked;
