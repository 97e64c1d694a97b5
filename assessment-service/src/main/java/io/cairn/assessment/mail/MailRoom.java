package io.cairn.assessment.mail;

import io.cairn.assessment.directory.Directory;
import io.cairn.assessment.member.Invitations;
import io.cairn.eventstore.TenantDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What this room has to do with the rest. */
@Configuration(proxyBeanMethods = false)
class MailRoom {
    @Bean
    Mails mails(TenantDatabase database, JsonMapper json) {
        return new Mails(database, json);
    }

    /** Where there is a mail server. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("cairn.mail.host")
    @EnableConfigurationProperties(MailProperties.class)
    static class WithServer {
        @Bean
        MailChannel mailChannel(Clock clock) {
            return new MailChannel(clock);
        }

        @Bean
        InvitationCarrier invitationCarrier(
                Invitations invitations, Directory directory, MailProperties settings, Clock clock) {
            return new InvitationCarrier(
                    invitations,
                    directory,
                    new Letters(settings.publicUrl(), settings.invitationUrl()),
                    new Smtp(settings, clock),
                    clock,
                    new SecureRandom());
        }

        @Bean
        MailCarrier mailCarrier(
                Mails mails, Directory directory, MailProperties settings, Clock clock, MeterRegistry meters) {
            return new MailCarrier(
                    mails,
                    directory,
                    new Letters(settings.publicUrl(), settings.invitationUrl()),
                    new Smtp(settings, clock),
                    clock,
                    new SecureRandom(),
                    meters);
        }
    }
}
