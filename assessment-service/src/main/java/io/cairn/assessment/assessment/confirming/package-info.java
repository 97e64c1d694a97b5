/** Confirming that answers carried over still hold. */
@NullMarked
package io.cairn.assessment.assessment.confirming;

import org.jspecify.annotations.NullMarked;
