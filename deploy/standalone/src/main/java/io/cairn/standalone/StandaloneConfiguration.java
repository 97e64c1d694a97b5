package io.cairn.standalone;

import io.cairn.assessment.AssessmentServiceConfiguration;
import io.cairn.reporting.ReportingServiceConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Both services in one context; nothing but wiring differs from two processes. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {OAuth2AuthorizationServerAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class
        })
@Import({AssessmentServiceConfiguration.class, ReportingServiceConfiguration.class, SignInConfiguration.class})
class StandaloneConfiguration {}
