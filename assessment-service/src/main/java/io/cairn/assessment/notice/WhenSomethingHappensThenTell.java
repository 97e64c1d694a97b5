package io.cairn.assessment.notice;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Policy;
import io.cairn.language.event.Event;
import java.time.Clock;
import java.time.Duration;

/** Tells what events have to tell, each once. What is found older than {@code news} is none any more. */
public final class WhenSomethingHappensThenTell implements Policy {
    public static final String NAME = "when-something-happens-then-tell";

    private final NoticesOfEvents events;
    private final Notices notices;
    private final Clock clock;
    private final Duration news;

    WhenSomethingHappensThenTell(NoticesOfEvents events, Notices notices, Clock clock, Duration news) {
        this.events = events;
        this.notices = notices;
        this.clock = clock;
        this.news = news;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Event event) {
        return NoticesOfEvents.concerns(event);
    }

    @Override
    public void when(StoredEvent event) {
        if (event.recordedAt().isBefore(clock.instant().minus(news))) return;
        events.notice(event).ifPresent(notice -> notices.tell(event.tenant(), notice));
    }
}
