package io.cairn.assessment.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.imports}.
 *
 * @param maxFile how large a file may be
 * @param room how much files may take up on the node's disk while they arrive and wait; one of {@code maxFile} always may
 * @param atOnce how many files this node takes in at a time; each holds two connections of the appender meanwhile
 * @param waitForTurn how long a further one waits before it is told to come again
 */
@Validated
@ConfigurationProperties("cairn.imports")
record ImportSettings(
        @DefaultValue("512MB") DataSize maxFile,
        @DefaultValue("768MB") DataSize room,
        @DefaultValue("1") @Min(1) @Max(50) int atOnce,
        @DefaultValue("60s") Duration waitForTurn) {}
