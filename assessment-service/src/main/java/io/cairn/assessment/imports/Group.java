package io.cairn.assessment.imports;

import io.cairn.assessment.assessment.answering.RecordAnswers.Entry;
import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import java.util.List;

/** The rows of one unit and period, in the order of the file, whether or not they stood together. */
record Group(UnitCode unit, Period period, List<AnsweredRow> rows) {
    Group {
        rows = List.copyOf(rows);
    }

    record AnsweredRow(long row, Entry entry) {}
}
