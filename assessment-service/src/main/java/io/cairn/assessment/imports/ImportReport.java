package io.cairn.assessment.imports;

import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import java.util.List;

/**
 * What came of a file of answers, or with {@code dryRun} what would.
 *
 * @param rows of the file, without the header and blank lines
 * @param accepted all of them, or none when one is rejected
 * @param rejected the first thousand; {@code rejectedTotal} counts all
 * @param unitsCreated units the file named that were not there
 * @param assessments that the file answers something in
 * @param finalized of them
 * @param notFinalized of them, the first thousand, though it was asked; {@code notFinalizedTotal} counts all
 */
record ImportReport(
        long rows,
        long accepted,
        List<BadRow> rejected,
        long rejectedTotal,
        long unitsCreated,
        long assessments,
        long finalized,
        List<NotFinalized> notFinalized,
        long notFinalizedTotal,
        boolean dryRun) {
    ImportReport {
        rejected = List.copyOf(rejected);
        notFinalized = List.copyOf(notFinalized);
    }

    record NotFinalized(UnitCode unit, Period period, String detail) {}
}
