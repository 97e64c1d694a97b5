/** Answers of many assessments from one file, all or nothing. */
@NullMarked
package io.cairn.assessment.imports;

import org.jspecify.annotations.NullMarked;
