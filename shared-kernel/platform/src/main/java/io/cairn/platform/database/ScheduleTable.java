package io.cairn.platform.database;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;

/** The table in which it is kept when recurring work is due; it has no tenant's data, and so is reached without one. */
@FunctionalInterface
public interface ScheduleTable {
    String NAME = "platform.scheduled_tasks";

    SchedulerBuilder scheduler(List<Task<?>> tasks);
}
