package io.cairn.platform.command;

import io.cairn.eventstore.Transactions;
import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets aggregates of which words were erased, by whatever process: within {@link #EVERY}, or at once where it is
 * {@link #look told}. What was erased lately is forgotten again and again, since a command under way might have put
 * back what it began with.
 */
public final class ErasedWords implements AutoCloseable {
    static final Duration EVERY = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(ErasedWords.class);
    private static final String LATELY = """
            select tenant_id, stream_type, stream_id from eventstore.erased_words
            where erased_at > now() - interval '1 minute'
            """;

    private final DataSource appender;
    private final Memory memory;
    private final ScheduledExecutorService looking;

    ErasedWords(DataSource appender, Memory memory) {
        this.appender = appender;
        this.memory = memory;
        this.looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("cairn-erased-words").factory());
        looking.scheduleWithFixedDelay(this::lookIfPossible, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Forgets what was erased up to now. */
    public void look() {
        lately().forEach(memory::forget);
    }

    private List<StreamId> lately() {
        return Transactions.run(appender, connection -> {
            try (var statement = connection.prepareStatement(LATELY);
                    var row = statement.executeQuery()) {
                var streams = new ArrayList<StreamId>();
                while (row.next())
                    streams.add(new StreamId(
                            new TenantId(row.getObject(1, UUID.class)),
                            StreamType.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                            row.getObject(3, UUID.class)));
                return streams;
            }
        });
    }

    /** While the database cannot be asked, nobody can erase anything either. */
    private void lookIfPossible() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debug("what was erased is asked for again", e);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
