/** What is assessed: units and their tree. */
@NullMarked
package io.cairn.assessment.unit;

import org.jspecify.annotations.NullMarked;
