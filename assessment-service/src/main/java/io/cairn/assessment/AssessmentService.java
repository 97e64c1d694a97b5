package io.cairn.assessment;

import io.cairn.platform.database.Migrate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The assessment service as a process of its own: it decides, and shows what its users need at once. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(AssessmentServiceConfiguration.class)
public class AssessmentService {
    /**
     * @param arguments settings, as in {@code --cairn.database.url=…}; they win over the environment. With {@code migrate}
     *     among them it brings the schemas up to date and ends
     */
    public static void main(String[] arguments) {
        if (Migrate.isAsked(arguments)) Migrate.run("assessment", arguments);
        else SpringApplication.run(AssessmentService.class, arguments);
    }
}
