package io.cairn.assessment.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.json.CairnJson;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.platform.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhenSomethingHappensThenTellTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final AssessmentOpened OPENED =
            new AssessmentOpened(new UnitCode("brand-a"), ModelRef.of("egdi", "2.0.0"), Period.parse("2026-Q4"));

    private final TestDatabase postgres = TestDatabase.fresh("eventstore", "platform", "assessment");
    private final TenantDatabase database = new TenantDatabase(postgres.app());
    private final List<Notice> handedOut = new ArrayList<>();
    private final List<String> rungs = new ArrayList<>();
    private boolean failing;

    private final WhenSomethingHappensThenTell policy = new WhenSomethingHappensThenTell(
            new NoticesOfEvents(null, null),
            new Notices(
                    database,
                    List.of((jdbc, tenant, notice) -> {
                        handedOut.add(notice);
                        if (failing) throw new IllegalStateException("the channel fails");
                    }),
                    () -> rungs.add("now"),
                    CairnJson.mapper(),
                    CLOCK,
                    Duration.ofDays(400)),
            CLOCK,
            Duration.ofDays(3));

    @AfterEach
    void drop() {
        postgres.close();
    }

    @Test
    void an_event_that_comes_twice_is_told_once() {
        policy.when(opened(Channel.API, NOW));
        policy.when(opened(Channel.API, NOW));
        assertThat(handedOut).hasSize(1);
        assertThat(handedOut.getFirst().roles()).containsExactly(Role.RESPONDENT);
        assertThat(told()).isEqualTo(1);
        assertThat(rungs).isNotEmpty();
    }

    @Test
    void notice_and_what_its_channels_are_to_deliver_are_written_together_or_not_at_all() {
        failing = true;
        try {
            policy.when(opened(Channel.API, NOW));
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the channel fails");
        }
        assertThat(told()).isZero();
        failing = false;
        policy.when(opened(Channel.API, NOW));
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void what_is_days_old_is_no_news() {
        policy.when(opened(Channel.API, NOW.minus(Duration.ofDays(3)).minusSeconds(1)));
        assertThat(told()).isZero();
        policy.when(opened(Channel.API, NOW.minus(Duration.ofDays(3))));
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void neither_an_import_nor_a_cycle_tells_of_each_assessment() {
        policy.when(opened(Channel.IMPORT, NOW));
        policy.when(opened(Channel.POLICY, NOW));
        assertThat(told()).isZero();
    }

    private static StoredEvent opened(Channel channel, Instant at) {
        var stream = StreamId.assessment(TENANT, OPENED.unit(), OPENED.model().key(), OPENED.period());
        var origin = new Origin(new ActorId("user:ann"), channel, null, null);
        return new StoredEvent(1, stream, 0, new UUID(0, 7), OPENED, origin, at);
    }

    private int told() {
        return database.read(
                TENANT,
                jdbc -> jdbc.sql("select count(*) from assessment.notice")
                        .query(Integer.class)
                        .single());
    }
}
