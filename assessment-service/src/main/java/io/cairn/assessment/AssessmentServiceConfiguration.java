package io.cairn.assessment;

import io.cairn.platform.database.MigratedSchema;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;

/** What the assessment service adds to the platform: its schema, and its rooms, each wired by itself. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(excludeFilters = @Filter(SpringBootConfiguration.class))
public class AssessmentServiceConfiguration {
    @Bean
    MigratedSchema assessmentSchema() {
        return new MigratedSchema("assessment");
    }
}
