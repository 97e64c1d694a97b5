package io.cairn.assessment.imports;

import org.jspecify.annotations.Nullable;

/**
 * Why a row is rejected, in words for whoever made the file.
 *
 * @param row as a spreadsheet counts, the header being row 1
 * @param column its title, null when it is about the row as a whole
 */
record BadRow(long row, @Nullable String column, String detail) {}
