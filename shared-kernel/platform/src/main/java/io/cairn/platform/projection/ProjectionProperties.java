package io.cairn.platform.projection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.projections}.
 *
 * @param segmentsPerNode of each view and policy; each has a thread and, while it works, a connection. More than one
 *     helps a view whose events come faster than one thread takes them
 */
@Validated
@ConfigurationProperties("cairn.projections")
public record ProjectionProperties(
        @DefaultValue("1") @Min(1) @Max(16) int segmentsPerNode) {}
