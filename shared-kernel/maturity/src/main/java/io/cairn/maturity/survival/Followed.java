package io.cairn.maturity.survival;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Durations from when on enough of them were under observation at once. With delayed entry the first risk sets may be of
 * one or two, and where all of those end the curve is 0 for ever, whoever enters later. So the curve is told of those
 * that lasted to {@code since} (J. P. Klein, M. L. Moeschberger, Survival Analysis, 2nd ed. 2003, section 4.6).
 *
 * @param since on the clock of the spans; 0 where enough were there from its start
 * @param spans that go on after {@code since}, none of which is entered before
 */
public record Followed(double since, List<Span> spans) {
    public Followed {
        spans = List.copyOf(spans);
    }

    /** From the first time at which {@code least} are at risk; null when there is none. */
    public static @Nullable Followed of(List<Span> spans, int least) {
        for (var since : spans.stream().map(Span::entry).distinct().sorted().toList()) {
            var after = spans.stream().filter(it -> it.exit() > since).toList();
            if (after.stream().filter(it -> it.entry() <= since).count() < least) continue;
            return new Followed(
                    since,
                    after.stream()
                            .map(it -> new Span(Math.max(it.entry(), since), it.exit(), it.ending()))
                            .toList());
        }
        return null;
    }
}
