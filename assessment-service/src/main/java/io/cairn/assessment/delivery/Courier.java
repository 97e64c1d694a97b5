package io.cairn.assessment.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Goes round the lanes in which something is due and has each delivered from on a thread of its own, so that a slow
 * target holds up its own lane only. Every node has one; a lane is delivered from by one of them at a time.
 */
public final class Courier implements SmartLifecycle {
    /** So long a lane is one node's; then another may take it. */
    public static final Duration HOLD = Duration.ofMinutes(5);

    /** After so long nothing more is begun in one go, so that it ends well within {@link #HOLD}. */
    public static final Duration GO = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    /** What went wrong here, and not at the target, is tried again then. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int MOST = 64;
    private static final int SHARE = 8;

    private final Lanes lanes;
    private final Map<String, Carrier> carriers;
    private final Clock clock;
    private final boolean enabled;
    /** No virtual ones: looking up a name blocks the thread beneath, of which requests have only a few. */
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("courier-", 1).factory());

    private final Semaphore free = new Semaphore(MOST);
    private final Semaphore calls = new Semaphore(0);
    private volatile @Nullable Thread rounds;

    Courier(Lanes lanes, List<Carrier> carriers, Clock clock, MeterRegistry meters, boolean enabled) {
        this.lanes = lanes;
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::channel, Function.identity()));
        this.clock = clock;
        this.enabled = enabled;
        for (var channel : this.carriers.keySet())
            Gauge.builder("cairn.deliveries.oldest", () -> age(channel))
                    .description("How long the oldest has waited, on whichever node")
                    .baseUnit("seconds")
                    .tag("channel", channel)
                    .register(meters);
    }

    /** Something has begun to wait. */
    public void hurry() {
        calls.release();
    }

    /** Has everything delivered that is due now, by this node, and waits for it. */
    public void round() {
        for (var under = take(); !under.isEmpty(); under = take()) for (var lane : under) await(lane);
    }

    private Collection<Future<?>> take() {
        if (carriers.isEmpty()) return List.of();
        var atMost = free.availablePermits();
        if (atMost == 0) return List.of();
        return lanes.take(carriers.keySet(), clock.instant(), HOLD, atMost, SHARE).stream()
                .<Future<?>>map(lane -> {
                    free.acquireUninterruptibly();
                    return threads.submit(() -> carry(lane));
                })
                .toList();
    }

    private void carry(Lane lane) {
        var carrier = carriers.get(lane.channel());
        if (carrier == null) throw new IllegalStateException("only lanes of known channels are taken");
        var notBefore = clock.instant();
        try {
            carrier.carry(lane);
        } catch (NotNow e) {
            LOG.warn("cannot deliver from {} just now: {}", lane, e.getMessage());
            notBefore = clock.instant().plus(PAUSE);
        } catch (RuntimeException e) {
            LOG.error("could not deliver from {}", lane, e);
            notBefore = clock.instant().plus(PAUSE);
        } finally {
            free.release();
        }
        try {
            if (lanes.leave(lane, carrier, notBefore)) hurry();
        } catch (RuntimeException e) {
            LOG.error("could not leave {}; it is free again after {}", lane, HOLD, e);
        }
    }

    private static void await(Future<?> lane) {
        try {
            lane.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void goRound() {
        while (rounds == Thread.currentThread()) {
            try {
                take();
            } catch (RuntimeException e) {
                LOG.warn("cannot look for what is due: {}", e.getMessage());
                calls.drainPermits(); // and not at once again
            }
            try {
                if (calls.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) calls.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private double age(String channel) {
        var since = lanes.oldest().get(channel);
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1e3);
    }

    @Override
    public void start() {
        if (!enabled || carriers.isEmpty()) return;
        var thread = Thread.ofPlatform().name("courier").unstarted(this::goRound);
        rounds = thread; // before it looks whether it is the one
        thread.start();
    }

    /** Lets what is under way end; what does not is tried again by another node, once it is no longer held. */
    @Override
    public void stop() {
        var running = rounds;
        rounds = null;
        if (running != null) running.interrupt();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(20, TimeUnit.SECONDS)) threads.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
