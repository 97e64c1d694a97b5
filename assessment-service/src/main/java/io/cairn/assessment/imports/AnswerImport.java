package io.cairn.assessment.imports;

import io.cairn.assessment.unit.Units;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.Transactions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in a file of answers, all or nothing: rows are staged, read back by unit and period, decided on as the API
 * would, and everything decided is appended as one. Memory holds a few thousand rows at a time.
 */
final class AnswerImport {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerImport.class);
    private static final long PROGRESS = 100_000;

    private final DataSource staging;
    private final EventAppender appender;
    private final StreamReader streams;
    private final Units units;
    private final Supplier<UUID> ids;

    /** @param staging of a role that may create temporary tables */
    AnswerImport(DataSource staging, EventAppender appender, StreamReader streams, Units units, Supplier<UUID> ids) {
        this.staging = staging;
        this.appender = appender;
        this.streams = streams;
        this.units = units;
        this.ids = ids;
    }

    /** @param position of the last event, null when nothing was appended */
    record Result(ImportReport report, @Nullable Long position) {}

    /** @throws io.cairn.eventstore.VersionConflict when somebody else changed an assessment meanwhile; nothing was appended */
    Result take(AnswerRows file, ImportOrder order) throws IOException {
        try (var staged = Staging.open(staging)) {
            var tally = new Tally();
            stage(file, staged, order, tally);
            staged.removeRepeated(tally);
            return decide(staged, order, tally);
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    private static void stage(AnswerRows file, Staging staged, ImportOrder order, Tally tally)
            throws IOException, SQLException {
        try {
            file.read(new AnswerRows.Rows() {
                @Override
                public void row(Cells cells) throws SQLException {
                    count(tally);
                    try {
                        RowReading.check(cells, order.model());
                        staged.take(cells);
                    } catch (BadCell bad) {
                        tally.reject(bad.in(cells.row()));
                    }
                }

                @Override
                public void bad(BadRow row) {
                    count(tally);
                    tally.reject(row);
                }
            });
        } catch (BrokenFile broken) {
            tally.reject(broken.where());
        }
        staged.taken();
        if (tally.rows() == 0 && !tally.isRejected()) tally.reject(new BadRow(2, null, "the file has no rows"));
    }

    private static void count(Tally tally) {
        tally.row();
        if (tally.rows() % PROGRESS == 0) LOG.info("import: {} rows read", tally.rows());
    }

    private Result decide(Staging staged, ImportOrder order, Tally tally) throws SQLException {
        try (var events = appender.bulk()) {
            var decided = new Decided(order, events, ids, tally);
            staged.checkUnits(codes -> new UnitCheck(units, order, decided, tally).refused(codes), tally);
            staged.forEachGroup(groups -> new GroupWork(streams, order, decided, tally).decide(groups));
            if (tally.isRejected() || order.dryRun()) return new Result(tally.report(order.dryRun()), null);
            LOG.info("import: appending {} events of {} rows", decided.added(), tally.rows());
            return new Result(tally.report(false), events.commit());
        }
    }
}
