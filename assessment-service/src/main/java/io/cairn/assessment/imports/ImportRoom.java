package io.cairn.assessment.imports;

import io.cairn.assessment.unit.Units;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.StreamReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has to do with the rest. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportRoom {
    @Bean
    AnswerImport answerImport(
            @Qualifier("appenderDataSource") DataSource appender,
            EventAppender events,
            StreamReader streams,
            Units units) {
        return new AnswerImport(appender, events, streams, units, UUID::randomUUID);
    }

    @Bean
    ImportMeters importMeters(MeterRegistry meters) {
        return new ImportMeters(meters);
    }

    @Bean
    Uploads uploads(ImportSettings settings) {
        return new Uploads(settings.maxFile().toBytes(), settings.room().toBytes());
    }

    @Bean
    Turns importTurns(ImportSettings settings) {
        return new Turns(settings.atOnce(), settings.waitForTurn());
    }
}
