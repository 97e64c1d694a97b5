package io.cairn.assessment.notice;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.delivery.Courier;
import io.cairn.assessment.directory.Preferences;
import io.cairn.assessment.journey.Journeys;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.projection.PolicyRegistration;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What this room has to do with the rest. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeProperties.class)
class NoticeRoom {
    @Bean
    Notices notices(
            TenantDatabase database,
            ObjectProvider<NoticeChannel> channels,
            Courier courier,
            JsonMapper json,
            Clock clock,
            NoticeProperties settings) {
        return new Notices(database, channels.orderedStream().toList(), courier::hurry, json, clock, settings.keep());
    }

    @Bean
    PolicyRegistration whenSomethingHappensThenTell(
            Assessments assessments, Journeys journeys, Notices notices, Clock clock, NoticeProperties settings) {
        var events = new NoticesOfEvents(assessments, journeys);
        return new PolicyRegistration(
                "assessment", new WhenSomethingHappensThenTell(events, notices, clock, settings.news()));
    }

    @Bean
    Feed feed(TenantDatabase database, Preferences preferences, JsonMapper json) {
        return new Feed(database, preferences, json);
    }
}
