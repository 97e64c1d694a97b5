package io.cairn.assessment.imports;

import io.cairn.assessment.imports.AnswerImport.Result;
import io.cairn.eventstore.VersionConflict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;

/** {@code cairn.imports}, a timer by outcome, and {@code cairn.import.rows}, which counts the rows of files taken in. */
final class ImportMeters {
    private final MeterRegistry meters;

    ImportMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    interface Work {
        Result run() throws IOException;
    }

    Result timed(Work work) throws IOException {
        var timer = Timer.start(meters);
        var outcome = "failed";
        try {
            var result = work.run();
            outcome = outcome(result.report());
            if (outcome.equals("imported"))
                meters.counter("cairn.import.rows").increment(result.report().rows());
            return result;
        } catch (VersionConflict e) {
            outcome = "conflict";
            throw e;
        } finally {
            timer.stop(Timer.builder("cairn.imports").tag("outcome", outcome).register(meters));
        }
    }

    private static String outcome(ImportReport report) {
        if (report.rejectedTotal() > 0) return "rejected";
        return report.dryRun() ? "dry-run" : "imported";
    }
}
