package io.cairn.reporting.benchmark;

import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.Transactions;
import io.cairn.eventstore.projection.Projections;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.maturity.MaturityModel;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.point.StagePointsView;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Makes releases, as the role {@code projector}: it sees all companies, and is the only one that may write a release. One at
 * a time, for each is compared with all before it.
 */
@Component
class Releasing {
    private static final List<String> VIEWS =
            List.of(KnownView.NAME, StagePointsView.NAME, BenchmarkCompaniesView.NAME);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataSource projector;
    private final Projections projections;
    private final EventSource events;
    private final Clock clock;
    private final Duration delay;

    /** @param delay after the end of a period, for its assessments to be finalized */
    Releasing(
            @Qualifier("projectorDataSource") DataSource projector,
            Projections projections,
            EventSource events,
            Clock clock,
            @Value("${cairn.benchmarks.delay:30d}") Duration delay) {
        this.projector = projector;
        this.projections = projections;
        this.events = events;
        this.clock = clock;
        this.delay = delay;
    }

    /** @param made now, or there already */
    record Outcome(StoredRelease release, boolean made) {}

    boolean isDue(Period period) {
        return !LocalDate.now(clock).isBefore(Window.of(period).last().plusDays(1 + delay.toDays()));
    }

    /** The release of the period; made of what is known now if there is none yet. */
    Outcome release(MaturityModel model, Period period) {
        if (!isDue(period))
            throw Problem.of(409, "release-not-due", "The period's release is not due.")
                    .detail("It is due " + delay.toDays() + " days after "
                            + Window.of(period).last() + ".")
                    .exception();
        if (!projections.await(VIEWS, events.head(), PATIENCE))
            throw Problem.of(503, "view-behind", "The view has not seen that event yet.")
                    .header("Retry-After", "5")
                    .exception();
        return Transactions.run(projector, connection -> {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // views can be made anew, a release cannot: it is on the disk when it is told
            jdbc.sql("set local synchronous_commit = on").update();
            jdbc.sql("select pg_advisory_xact_lock(hashtext('cairn.benchmark'), hashtext(:model))")
                    .param("model", model.ref().toString())
                    .query(row -> {});
            var there = StoredRelease.find(jdbc, model.ref(), period);
            if (there.isPresent()) return new Outcome(there.get(), false);
            make(jdbc, model, period);
            return new Outcome(StoredRelease.find(jdbc, model.ref(), period).orElseThrow(), true);
        });
    }

    private void make(JdbcClient jdbc, MaturityModel model, Period period) {
        ModelRef ref = model.ref();
        var contributions = Contributions.read(jdbc, ref, period);
        var draft = new ReleaseDraft(model, contributions, Ledger.numbers(jdbc, ReleaseDraft.companies(contributions)));
        draft.write(jdbc, period, clock.instant(), Ledger.published(jdbc, ref));
    }
}
