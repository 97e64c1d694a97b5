package io.cairn.assessment.workbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.QuestionKey;
import org.jspecify.annotations.Nullable;

/**
 * Where in a workbook.
 *
 * @param cell as spreadsheets name it, F12; null for a sheet as a whole, as {@code sheet} is for the file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Place(
        @Nullable String sheet,
        @Nullable String cell,
        @Nullable QuestionKey question) {}
