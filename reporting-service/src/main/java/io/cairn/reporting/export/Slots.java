package io.cairn.reporting.export;

import io.cairn.language.TenantId;
import io.cairn.platform.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many files this node writes at a time: each holds a connection of the pool, and with it a state of the database,
 * for as long as the client takes.
 */
@Component
public class Slots {
    static final int AT_ONCE = 4;
    static final int OF_A_TENANT = 2;

    private final Map<TenantId, Integer> taken = new HashMap<>();

    /** Frees its slot when it is closed. */
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /** 503 when all are taken. */
    public Slot take(TenantId tenant) {
        synchronized (taken) {
            var all = taken.values().stream().mapToInt(Integer::intValue).sum();
            if (all >= AT_ONCE || taken.getOrDefault(tenant, 0) >= OF_A_TENANT)
                throw Problem.of(503, "too-busy", "More files are being written than can be just now.")
                        .header("Retry-After", "5")
                        .exception();
            taken.merge(tenant, 1, Integer::sum);
        }
        return () -> {
            synchronized (taken) {
                taken.computeIfPresent(tenant, (it, count) -> count == 1 ? null : count - 1);
            }
        };
    }
}
