package io.cairn.assessment.mail;

import io.cairn.assessment.notice.Notice;
import io.cairn.assessment.notice.NoticeChannel;
import io.cairn.language.TenantId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever it is for, and has an address, is to get mail of it. */
final class MailChannel implements NoticeChannel {
    private final Clock clock;

    MailChannel(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void handOut(JdbcClient database, TenantId tenant, Notice notice) {
        Mails.add(database, tenant, notice, clock.instant());
    }
}
