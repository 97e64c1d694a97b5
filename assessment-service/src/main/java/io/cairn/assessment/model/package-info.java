/** A tenant's own maturity models, and the way to every model it may use. */
@NullMarked
package io.cairn.assessment.model;

import org.jspecify.annotations.NullMarked;
