package io.cairn.reporting.audit;

import io.cairn.language.FreeText;
import io.cairn.language.TenantId;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.known.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the answers of one assessment, for reports that tell it in short. */
@Component
public class AnswerChanges {
    /** What was said first, and said again, is counted and not listed. */
    private static final Set<ChangeKind> LISTED =
            EnumSet.complementOf(EnumSet.of(ChangeKind.RECORDED, ChangeKind.CONFIRMED));

    private final AnswerAudit audit;

    AnswerChanges(AnswerAudit audit) {
        this.audit = audit;
    }

    /** @param kind, from, to as in the audit */
    public record Change(
            Instant at,
            String actor,
            String question,
            String kind,
            @Nullable Object from,
            @Nullable Object to,
            @Nullable FreeText reason) {}

    /**
     * @param counts of all changes, by their kind
     * @param latest of those that changed what was said, the latest first
     */
    public record Summary(Map<String, Long> counts, List<Change> latest) {}

    /** @param at what was recorded later does not count */
    public Summary of(JdbcClient jdbc, TenantId tenant, UUID assessment, Instant at, int most) {
        var counts = new TreeMap<String, Long>();
        var latest = new ArrayDeque<Change>();
        // the filter's end is not included, and the store's times are whole microseconds
        var end = at.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
        var filter = new AuditFilter(null, assessment, null, null, null, end);
        try {
            audit.each(jdbc, tenant, filter, audit.end(jdbc), change -> {
                counts.merge(Words.of(change.kind()), 1L, Long::sum);
                if (!LISTED.contains(change.kind())) return;
                latest.addFirst(told(change));
                if (latest.size() > most) latest.removeLast();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Summary(counts, List.copyOf(latest));
    }

    private static Change told(AuditedChange change) {
        return new Change(
                change.at(),
                change.actor(),
                change.question(),
                Words.of(change.kind()),
                Told.said(change.from()),
                Told.said(change.to()),
                change.reason());
    }
}
