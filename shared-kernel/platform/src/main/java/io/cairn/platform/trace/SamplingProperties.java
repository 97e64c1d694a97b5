package io.cairn.platform.trace;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How many of all traces are exported, 0 to 1. */
@Validated
@ConfigurationProperties("management.tracing.sampling")
record SamplingProperties(
        @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1")
        double probability) {}
