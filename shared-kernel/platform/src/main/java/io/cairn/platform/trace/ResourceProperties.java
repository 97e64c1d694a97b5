package io.cairn.platform.trace;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a collector is told of this process beside its name: {@code deployment.environment.name} and the like. */
@ConfigurationProperties("management.opentelemetry")
record ResourceProperties(@DefaultValue Map<String, String> resourceAttributes) {}
