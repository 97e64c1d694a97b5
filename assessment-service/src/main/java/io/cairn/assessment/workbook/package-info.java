/** An assessment as a questionnaire for spreadsheets, and back. */
@NullMarked
package io.cairn.assessment.workbook;

import org.jspecify.annotations.NullMarked;
