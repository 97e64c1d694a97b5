package io.cairn.assessment.webhook;

import io.cairn.assessment.notice.Notice;
import io.cairn.assessment.notice.NoticeChannel;
import io.cairn.language.TenantId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every webhook that wants to hear of it is to be told. */
final class WebhookChannel implements NoticeChannel {
    private final Payload payload;
    private final Clock clock;

    WebhookChannel(Payload payload, Clock clock) {
        this.payload = payload;
        this.clock = clock;
    }

    @Override
    public void handOut(JdbcClient database, TenantId tenant, Notice notice) {
        var kind = notice.kind().word();
        for (var webhook : Webhooks.all(database)) {
            if (!webhook.wants(kind)) continue;
            var body = payload.of(kind, notice.at(), notice.id(), notice.about());
            Deliveries.add(database, tenant, webhook.id(), notice.id(), kind, body, clock.instant());
        }
    }
}
