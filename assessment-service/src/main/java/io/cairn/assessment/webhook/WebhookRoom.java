package io.cairn.assessment.webhook;

import io.cairn.assessment.notice.Notices;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** What this room has to do with the rest. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookRoom {
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

    @Bean
    Webhooks webhooks(TenantDatabase database) {
        return new Webhooks(database);
    }

    @Bean
    Deliveries webhookDeliveries(TenantDatabase database) {
        return new Deliveries(database);
    }

    @Bean
    Payload webhookPayload(JsonMapper json) {
        return new Payload(json);
    }

    @Bean
    WebhookChannel webhookChannel(Payload payload, Clock clock) {
        return new WebhookChannel(payload, clock);
    }

    @Bean
    Secrets webhookSecrets(TenantDatabase database, WebhookProperties settings) {
        return new Secrets(SingletonSupplier.of(() -> platformSecret(database)), settings.key());
    }

    /** Belongs to no tenant; made by the migration, so that all nodes have the same. */
    private static byte[] platformSecret(TenantDatabase database) {
        return database.read(
                NOBODY,
                db -> db.sql("select value from platform.secret where name = 'webhook'")
                        .query((row, number) -> row.getBytes(1))
                        .single());
    }

    @Bean
    Targets webhookTargets(WebhookProperties settings, ObjectProvider<NameLookup> names) {
        return new Targets(settings, names.getIfAvailable(() -> InetAddress::getAllByName));
    }

    @Bean
    WebhookSender webhookSender(Targets targets, WebhookProperties settings) {
        return new WebhookSender(targets, settings);
    }

    @Bean
    WebhookCarrier webhookCarrier(
            TenantDatabase database,
            Webhooks webhooks,
            Deliveries deliveries,
            Secrets secrets,
            WebhookSender sender,
            WebhookProperties settings,
            ObjectProvider<Notices> notices,
            Clock clock,
            MeterRegistry meters) {
        var results = new Results(database, notices::getObject, settings, clock, new SecureRandom(), meters);
        return new WebhookCarrier(webhooks, deliveries, results, secrets, sender, clock, settings.keep());
    }
}
