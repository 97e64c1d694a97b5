/** Assigning those who answer an assessment, each with their own answers. */
@NullMarked
package io.cairn.assessment.assessment.respondents;

import org.jspecify.annotations.NullMarked;
