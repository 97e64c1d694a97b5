package io.cairn.reporting;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.eventstore.json.EventJson;
import io.cairn.eventstore.projection.ViewRegistration;
import io.cairn.platform.database.MigratedSchema;
import io.cairn.reporting.audit.AnswerChangesView;
import io.cairn.reporting.audit.DecisionsView;
import io.cairn.reporting.benchmark.BenchmarkCompaniesView;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.milestone.TargetsView;
import io.cairn.reporting.past.PastView;
import io.cairn.reporting.plan.PlansView;
import io.cairn.reporting.point.StagePointsView;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;

/** What the reporting service adds to the platform: its schema, its views, and a folder for each question. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(excludeFilters = @Filter(SpringBootConfiguration.class))
public class ReportingServiceConfiguration {
    private static final String SCHEMA = "reporting";

    @Bean
    MigratedSchema reportingSchema() {
        return new MigratedSchema(SCHEMA);
    }

    @Bean
    ViewRegistration knownView() {
        return new ViewRegistration(SCHEMA, new KnownView());
    }

    @Bean
    ViewRegistration stagePointsView() {
        return new ViewRegistration(SCHEMA, new StagePointsView());
    }

    @Bean
    ViewRegistration answerChangesView() {
        return new ViewRegistration(SCHEMA, new AnswerChangesView());
    }

    @Bean
    ViewRegistration plansView() {
        return new ViewRegistration(SCHEMA, new PlansView());
    }

    @Bean
    ViewRegistration pastView() {
        return new ViewRegistration(SCHEMA, new PastView());
    }

    @Bean
    ViewRegistration targetsView() {
        return new ViewRegistration(SCHEMA, new TargetsView());
    }

    @Bean
    ViewRegistration decisionsView() {
        return new ViewRegistration(SCHEMA, new DecisionsView());
    }

    @Bean
    ViewRegistration benchmarkCompaniesView() {
        return new ViewRegistration(SCHEMA, new BenchmarkCompaniesView());
    }

    @Bean
    RecordedEvents recordedEvents(EventJson json) {
        return new RecordedEvents(json);
    }
}
