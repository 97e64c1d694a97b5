package io.cairn.assessment.imports;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.imports.Group.AnsweredRow;
import io.cairn.assessment.unit.Units;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in a file of answers, all or nothing: rows are staged, read back by unit and period, decided on as the API
 * would, and everything decided is appended as one. Memory holds one unit and period at a time.
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
    Result take(InputStream csv, ImportOrder order) throws IOException {
        try (var staged = Staging.open(staging)) {
            var tally = new Tally();
            stage(csv, staged, order, tally);
            staged.removeRepeated(tally);
            return decide(staged, order, tally);
        } catch (SQLException e) {
            throw new IllegalStateException("an import failed in the database", e);
        }
    }

    private static void stage(InputStream csv, Staging staged, ImportOrder order, Tally tally)
            throws IOException, SQLException {
        try {
            new AnswerFile(csv).read(new AnswerFile.Rows() {
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
            var out = new Out(order, events, tally);
            staged.checkUnits(unit -> checkUnit(unit, order, out), tally);
            staged.forEachGroup(cells -> decide(cells, order, out));
            if (tally.isRejected() || order.dryRun()) return new Result(tally.report(order.dryRun()), null);
            LOG.info("import: appending {} events of {} rows", out.added, tally.rows());
            return new Result(tally.report(false), events.commit());
        }
    }

    /** Events go on only while they may still be committed. */
    private final class Out {
        private final ImportOrder order;
        private final EventAppender.BulkAppend events;
        private final Tally tally;
        private long added;

        Out(ImportOrder order, EventAppender.BulkAppend events, Tally tally) {
            this.order = order;
            this.events = events;
            this.tally = tally;
        }

        /** @param version the stream is at, -1 when it has no event */
        void add(StreamId stream, long version, List<? extends Event> decided) {
            if (order.dryRun() || tally.isRejected()) return;
            for (var event : decided) {
                events.add(new NewEvent(stream, ++version, ids.get(), event, order.origin()));
                added++;
            }
        }
    }

    private @Nullable String checkUnit(UnitCode unit, ImportOrder order, Out out) {
        try {
            units.mustBeActive(order.tenant(), unit);
            return null;
        } catch (Rejected refused) {
            if (refused.reason() instanceof Rejection.UnitIsRetired) return "the unit " + unit + " is retired";
            if (!(refused.reason() instanceof Rejection.UnknownUnit)) throw refused;
            if (!order.createUnits()) return "there is no unit " + unit;
            out.tally.unitCreated();
            out.add(StreamId.unit(order.tenant(), unit), -1, units.adding(order.tenant(), unit, unit.value()));
            return null;
        }
    }

    private void decide(List<Cells> cells, ImportOrder order, Out out) {
        var group = group(cells);
        var stream = StreamId.assessment(
                order.tenant(), group.unit(), order.model().ref().key(), group.period());
        var state = AssessmentState.NONE;
        var version = -1L;
        for (var stored : streams.read(stream)) {
            if (stored.event() instanceof AssessmentEvent event) state = state.evolve(event);
            version = stored.version();
        }
        var outcome = GroupDecision.decide(order, group, state);
        outcome.rejected().forEach(out.tally::reject);
        if (!group.rows().isEmpty()) out.tally.assessment();
        if (outcome.finalized()) out.tally.finalized();
        var why = outcome.notFinalized();
        if (why != null && order.finalizing()) out.tally.notFinalized(group.unit(), group.period(), why);
        out.add(stream, version, outcome.events());
    }

    private static Group group(List<Cells> cells) {
        try {
            var rows = new ArrayList<AnsweredRow>();
            for (var row : cells) if (row.isAnswered()) rows.add(new AnsweredRow(row.row(), RowReading.entry(row)));
            return new Group(RowReading.unit(cells.getFirst()), RowReading.period(cells.getFirst()), rows);
        } catch (BadCell e) {
            throw new IllegalStateException("a staged row was checked before", e);
        }
    }
}
