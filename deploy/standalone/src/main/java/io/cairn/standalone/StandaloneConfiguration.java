package io.cairn.standalone;

import io.cairn.assessment.AssessmentServiceConfiguration;
import io.cairn.reporting.ReportingServiceConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Both services in one context; nothing but wiring differs from two processes. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({AssessmentServiceConfiguration.class, ReportingServiceConfiguration.class})
class StandaloneConfiguration {}
