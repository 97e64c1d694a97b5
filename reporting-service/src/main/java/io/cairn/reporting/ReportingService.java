package io.cairn.reporting;

import io.cairn.platform.database.Migrate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The reporting service as a process of its own: it reads events, writes its views and decides nothing. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ReportingServiceConfiguration.class)
public class ReportingService {
    /**
     * @param arguments settings, as in {@code --cairn.database.url=…}; they win over the environment. With {@code migrate}
     *     among them it brings the schemas up to date and ends
     */
    public static void main(String[] arguments) {
        if (Migrate.isAsked(arguments)) Migrate.run("reporting", arguments);
        else SpringApplication.run(ReportingService.class, arguments);
    }
}
