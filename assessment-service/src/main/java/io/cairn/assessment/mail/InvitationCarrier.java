package io.cairn.assessment.mail;

import io.cairn.assessment.delivery.BackOff;
import io.cairn.assessment.delivery.Carrier;
import io.cairn.assessment.delivery.Courier;
import io.cairn.assessment.delivery.Lane;
import io.cairn.assessment.delivery.NotNow;
import io.cairn.assessment.delivery.Waiting;
import io.cairn.assessment.directory.Directory;
import io.cairn.assessment.directory.Person;
import io.cairn.assessment.member.Invitation.Mail;
import io.cairn.assessment.member.Invitations;
import io.cairn.language.TenantId;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends invitations. Each try carries a token of its own, so that none is ever stored in the clear. */
final class InvitationCarrier implements Carrier {
    private static final int MOST = 20;

    private final Invitations invitations;
    private final Directory directory;
    private final Letters letters;
    private final PostOffice office;
    private final Clock clock;
    private final RandomGenerator random;

    InvitationCarrier(
            Invitations invitations,
            Directory directory,
            Letters letters,
            PostOffice office,
            Clock clock,
            RandomGenerator random) {
        this.invitations = invitations;
        this.directory = directory;
        this.letters = letters;
        this.office = office;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String channel() {
        return Invitations.CHANNEL;
    }

    @Override
    public void carry(Lane lane) {
        var tenant = lane.tenant();
        var due = invitations.due(tenant, clock.instant(), MOST);
        if (due.isEmpty()) return;
        var until = clock.instant().plus(Courier.GO);
        try (var counter = office.open()) {
            for (var one : due) if (!clock.instant().isAfter(until)) send(tenant, one, counter);
        } catch (PostOffice.OutOfReach e) {
            throw new NotNow(String.valueOf(e.getMessage()));
        }
    }

    private void send(TenantId tenant, Invitations.Due due, PostOffice.Counter counter) {
        var person = directory.find(tenant, due.invited()).map(Directory.Entry::person);
        var address = person.map(Person::email).orElse(null);
        var token = invitations.freshToken(tenant, due.id());
        if (person.isEmpty() || address == null || token.isEmpty()) {
            invitations.settle(tenant, due, Mail.DEAD, null);
            return;
        }
        try {
            counter.send(letters.invitation(due.id(), person.get(), address, token.get(), due.expiresAt()));
            invitations.settle(tenant, due, Mail.SENT, null);
        } catch (PostOffice.Refused e) {
            var next = e.forGood()
                    ? Optional.<java.time.Duration>empty()
                    : BackOff.OF_MAIL.after(due.attempts() + 1, random);
            invitations.settle(
                    tenant,
                    due,
                    next.isEmpty() ? Mail.DEAD : Mail.WAITING,
                    next.map(wait -> clock.instant().plus(wait)).orElse(null));
        }
    }

    @Override
    public Optional<Waiting> waiting(JdbcClient database, Lane lane) {
        return Invitations.waiting(database);
    }
}
