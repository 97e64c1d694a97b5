package io.cairn.platform.schedule;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cairn.language.TenantId;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What is done for each of some tenants, again and again, by one node at a time; as a bean.
 *
 * @param name under which it is kept in the database
 * @param every from the end of one time to the next; after a failure it is tried again sooner
 * @param work must not mind to be done again after a crash
 */
public record TenantTask(String name, Duration every, Consumer<TenantId> work) {
    private static final Duration RETRY = Duration.ofMinutes(5);

    public CustomTask<Void> task() {
        var retry = every.compareTo(RETRY) < 0 ? every : RETRY;
        return Tasks.custom(name, Void.class)
                .onFailureReschedule(FixedDelay.of(retry))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    work.accept(new TenantId(UUID.fromString(instance.getId())));
                    return new OnCompleteReschedule<>(FixedDelay.of(every));
                });
    }
}
