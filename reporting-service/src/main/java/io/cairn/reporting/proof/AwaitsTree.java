package io.cairn.reporting.proof;

import io.cairn.platform.problem.Problem;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets a read with {@code ?min-position=} wait until the event is in its tree, which is before a head covers it. */
@Component
class AwaitsTree {
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final long LOOK_NANOS = 10_000_000;

    private final JdbcClient app;
    private final GrowingTrees growing;

    AwaitsTree(@Qualifier("appDataSource") javax.sql.DataSource app, GrowingTrees growing) {
        this.app = JdbcClient.create(app);
        this.growing = growing;
    }

    void await(@Nullable String said) {
        if (said == null) return;
        if (!said.matches("[0-9]{1,18}"))
            throw Problem.badParameter("min-position", "is a position as X-Event-Position tells it")
                    .exception();
        var position = Long.parseLong(said);
        var end = System.nanoTime() + AT_MOST.toNanos();
        while (reached() < position) {
            if (System.nanoTime() > end) throw behind("The tree has not seen that event yet.", 1);
            growing.hurry();
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    static RuntimeException behind(String sentence, long seconds) {
        return Problem.of(503, "view-behind", "The view has not seen that event yet.")
                .detail(sentence)
                .header("Retry-After", Long.toString(seconds))
                .exception();
    }

    private long reached() {
        return app.sql("select position from reporting.tree_progress")
                .query(Long.class)
                .single();
    }
}
