/** Whole models, for reports that score or tell questions. */
@NullMarked
package io.cairn.reporting.definition;

import org.jspecify.annotations.NullMarked;
