package io.cairn.assessment.imports;

import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import java.util.ArrayList;
import java.util.List;

/** What is counted and told of an import; lists are cut where a reader would stop, and their totals are not. */
final class Tally {
    static final int LISTED = 1_000;

    private final List<BadRow> rejected = new ArrayList<>();
    private final List<ImportReport.NotFinalized> notFinalized = new ArrayList<>();
    private long rows;
    private long rejectedTotal;
    private long notFinalizedTotal;
    private long unitsCreated;
    private long assessments;
    private long finalized;

    void row() {
        rows++;
    }

    void reject(BadRow row) {
        rejectedTotal++;
        if (rejected.size() < LISTED) rejected.add(row);
    }

    void unitCreated() {
        unitsCreated++;
    }

    void assessment() {
        assessments++;
    }

    void finalized() {
        finalized++;
    }

    void notFinalized(UnitCode unit, Period period, String detail) {
        notFinalizedTotal++;
        if (notFinalized.size() < LISTED) notFinalized.add(new ImportReport.NotFinalized(unit, period, detail));
    }

    long rows() {
        return rows;
    }

    boolean isRejected() {
        return rejectedTotal > 0;
    }

    /** A rejected row rejects the file, so that then nothing was accepted and nothing done. */
    ImportReport report(boolean dryRun) {
        if (isRejected())
            return new ImportReport(rows, 0, sorted(rejected), rejectedTotal, 0, 0, 0, List.of(), 0, dryRun);
        return new ImportReport(
                rows,
                rows,
                List.of(),
                0,
                unitsCreated,
                assessments,
                finalized,
                List.copyOf(notFinalized),
                notFinalizedTotal,
                dryRun);
    }

    private static List<BadRow> sorted(List<BadRow> rows) {
        return rows.stream()
                .sorted(java.util.Comparator.comparingLong(BadRow::row))
                .toList();
    }
}
