package io.cairn.assessment.mail;

import io.cairn.assessment.delivery.BackOff;
import io.cairn.assessment.delivery.Carrier;
import io.cairn.assessment.delivery.Lane;
import io.cairn.assessment.delivery.NotNow;
import io.cairn.assessment.delivery.Waiting;
import io.cairn.assessment.directory.Directory;
import io.cairn.assessment.directory.Person;
import io.cairn.language.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends a tenant's mail, some letters in one conversation. */
final class MailCarrier implements Carrier {
    private static final int MOST = 20;
    /** What waited longer is no news: the mail server was away for days. */
    private static final Duration TOO_LATE = Duration.ofDays(3);

    private final Mails mails;
    private final Directory directory;
    private final Letters letters;
    private final PostOffice office;
    private final Clock clock;
    private final RandomGenerator random;
    private final MeterRegistry meters;

    MailCarrier(
            Mails mails,
            Directory directory,
            Letters letters,
            PostOffice office,
            Clock clock,
            RandomGenerator random,
            MeterRegistry meters) {
        this.mails = mails;
        this.directory = directory;
        this.letters = letters;
        this.office = office;
        this.clock = clock;
        this.random = random;
        this.meters = meters;
    }

    @Override
    public String channel() {
        return Mails.CHANNEL;
    }

    /** A server that is away counts as no try of any letter. */
    @Override
    public void carry(Lane lane) {
        var tenant = lane.tenant();
        var due = timely(tenant, mails.due(tenant, clock.instant(), MOST));
        if (due.isEmpty()) return;
        try (var counter = office.open()) {
            for (var mail : due) send(tenant, mail, counter);
        } catch (PostOffice.OutOfReach e) {
            throw new NotNow(String.valueOf(e.getMessage()));
        }
    }

    private List<Mails.Due> timely(TenantId tenant, List<Mails.Due> due) {
        var oldest = clock.instant().minus(TOO_LATE);
        for (var mail : due) if (mail.createdAt().isBefore(oldest)) settle(tenant, mail, Mails.State.DEAD, "late");
        return due.stream().filter(it -> !it.createdAt().isBefore(oldest)).toList();
    }

    private void send(TenantId tenant, Mails.Due mail, PostOffice.Counter counter) {
        var person = directory.find(tenant, mail.actor()).map(Directory.Entry::person);
        var address = person.map(Person::email).orElse(null);
        if (person.isEmpty() || address == null) {
            settle(tenant, mail, Mails.State.DROPPED, null);
            return;
        }
        try {
            counter.send(letters.letter(tenant, mail.notice(), mail.kind(), mail.about(), person.get(), address));
            settle(tenant, mail, Mails.State.SENT, null);
        } catch (PostOffice.Refused e) {
            var next = e.forGood() ? Optional.<Duration>empty() : BackOff.OF_MAIL.after(mail.attempts() + 1, random);
            if (next.isEmpty()) settle(tenant, mail, Mails.State.DEAD, e.reason());
            else again(tenant, mail, e.reason(), clock.instant().plus(next.get()));
        }
    }

    private void settle(TenantId tenant, Mails.Due mail, Mails.State state, @Nullable String error) {
        var now = clock.instant();
        mails.settle(tenant, mail, state, error, now, now);
        count(state.word());
    }

    private void again(TenantId tenant, Mails.Due mail, String error, Instant next) {
        mails.settle(tenant, mail, Mails.State.WAITING, error, clock.instant(), next);
        count("failed");
    }

    private void count(String outcome) {
        meters.counter("cairn.deliveries", "channel", Mails.CHANNEL, "outcome", outcome)
                .increment();
    }

    @Override
    public Optional<Waiting> waiting(JdbcClient database, Lane lane) {
        return Mails.waiting(database);
    }
}
