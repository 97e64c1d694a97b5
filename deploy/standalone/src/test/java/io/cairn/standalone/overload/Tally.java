package io.cairn.standalone.overload;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What became of the requests that were due in one phase. Times are taken from when a request was due. */
public final class Tally {
    /** An answer that takes longer is of no use any more. */
    static final Duration IN_TIME = Duration.ofSeconds(1);

    private final Map<String, Long> statuses = new TreeMap<>();
    private final double seconds;
    private long[] refusals = new long[1_024];
    private long[] answers = new long[1_024];
    private int refused;
    private int answered;
    private long writesInTime;
    private long readsInTime;
    private long late;
    private long faults;
    private long unanswered;
    private long lastBadAt;

    Tally(Duration time) {
        seconds = time.toNanos() / 1e9;
    }

    /** @param at when it was due, in nanoseconds of the phase */
    void note(Ask asked, Line.Answer answer, long at, long nanos) {
        statuses.merge(answer.status() + answer.problem(), 1L, Long::sum);
        if (answer.status() < 300) {
            if (answered == answers.length) answers = Arrays.copyOf(answers, 2 * answered);
            answers[answered++] = nanos;
            if (nanos <= IN_TIME.toNanos()) {
                if (asked.writes) writesInTime++;
                else readsInTime++;
                return;
            }
            late++;
        } else if (answer.comeAgain() && (answer.status() == 503 || answer.status() == 429)) {
            if (refused == refusals.length) refusals = Arrays.copyOf(refusals, 2 * refused);
            refusals[refused++] = nanos;
        } else faults++;
        lastBadAt = Math.max(lastBadAt, at);
    }

    void unanswered(long at) {
        unanswered++;
        lastBadAt = Math.max(lastBadAt, at);
    }

    /** 2xx in time, each second. */
    public double goodput() {
        return (writesInTime + readsInTime) / seconds;
    }

    public double reads() {
        return readsInTime / seconds;
    }

    /** Neither done nor told to come again. */
    public long faults() {
        return faults;
    }

    /** To which nothing was said at all. */
    public long unanswered() {
        return unanswered;
    }

    public long refused() {
        return refused;
    }

    /** Such a part of the refusals took at most so long. */
    public Duration refusal(double part) {
        return quantile(refusals, refused, part);
    }

    /** Since the beginning of the phase, the last that was not answered well and in time was due; zero if all were. */
    public Duration lastBad() {
        return Duration.ofNanos(lastBadAt);
    }

    private static Duration quantile(long[] values, int count, double part) {
        if (count == 0) return Duration.ZERO;
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[Math.min(count - 1, (int) (count * part))]);
    }

    @Override
    public String toString() {
        return "%.0f/s in time (%.0f written, %.0f read), p50 %d ms, p99 %d ms; %.0f/s refused, p50 %.1f ms, p99 %.1f ms; %d late, %d faults, %d unanswered; %s"
                .formatted(
                        goodput(),
                        writesInTime / seconds,
                        reads(),
                        quantile(answers, answered, 0.5).toMillis(),
                        quantile(answers, answered, 0.99).toMillis(),
                        refused / seconds,
                        refusal(0.5).toNanos() / 1e6,
                        refusal(0.99).toNanos() / 1e6,
                        late,
                        faults,
                        unanswered,
                        statuses);
    }
}
