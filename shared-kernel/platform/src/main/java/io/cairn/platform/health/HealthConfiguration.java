package io.cairn.platform.health;

import com.zaxxer.hikari.HikariDataSource;
import io.cairn.eventstore.projection.Projections;
import java.util.List;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What readiness asks. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {
    @Bean
    HealthIndicator databasesHealthIndicator(List<HikariDataSource> pools) {
        return new DatabasesHealth(pools);
    }

    @Bean
    HealthIndicator projectionsHealthIndicator(Projections projections) {
        return new ProjectionsHealth(projections);
    }
}
