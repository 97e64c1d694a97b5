package io.cairn.platform.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import io.cairn.language.TenantId;
import io.cairn.platform.database.ScheduleTable;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** All {@link TenantTask}s and when each is due for whom. Nothing recurs for a tenant before it is added. */
public final class Schedule implements SmartLifecycle {
    private static final int THREADS = 2;
    private static final Duration POLL = Duration.ofSeconds(10);
    /** What is not done by then is taken over by another node. */
    private static final Duration GRACE = Duration.ofSeconds(20);
    /** Services share the table: a task that one does not know is another's, and never to be deleted. */
    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    private final Map<String, Task<Void>> tasks = new LinkedHashMap<>();
    private final @Nullable Scheduler scheduler;
    private final Clock clock;
    private final boolean executing;
    private volatile boolean running;

    /** @param executing whether this node takes part; if not, it only adds */
    Schedule(ScheduleTable table, List<TenantTask> tasks, Clock clock, boolean executing) {
        for (var task : tasks) this.tasks.put(task.name(), task.task());
        this.clock = clock;
        this.executing = executing;
        this.scheduler = tasks.isEmpty()
                ? null
                : table.scheduler(List.copyOf(this.tasks.values()))
                        .threads(THREADS)
                        .pollingInterval(POLL)
                        .shutdownMaxWait(GRACE)
                        .deleteUnresolvedAfter(FOR_EVER)
                        .clock(clock::instant)
                        .build();
    }

    /** From now on the task recurs for the tenant, the first time at once. Adding it again does nothing. */
    public void add(String task, TenantId tenant) {
        var known = tasks.get(task);
        if (known == null || scheduler == null) throw new IllegalArgumentException("there is no task " + task);
        scheduler.scheduleIfNotExists(known.instance(tenant.toString()), clock.instant());
    }

    @Override
    public void start() {
        if (executing && scheduler != null) scheduler.start();
        running = true;
    }

    /** Lets what is under way end. */
    @Override
    public void stop() {
        if (executing && scheduler != null) scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
