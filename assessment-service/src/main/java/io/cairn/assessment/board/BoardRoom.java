package io.cairn.assessment.board;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.projection.ViewRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has to do with the rest. */
@Configuration(proxyBeanMethods = false)
class BoardRoom {
    private static final String SCHEMA = "assessment";

    @Bean
    ViewRegistration assessmentBoard() {
        return new ViewRegistration(SCHEMA, new AssessmentBoard());
    }

    @Bean
    ViewRegistration maturityBoard() {
        return new ViewRegistration(SCHEMA, new MaturityBoard());
    }

    @Bean
    AssessmentList assessmentList(TenantDatabase database) {
        return new AssessmentList(database);
    }

    @Bean
    MaturityList maturityList(TenantDatabase database) {
        return new MaturityList(database);
    }
}
