package io.cairn.platform.overload;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.overload}, each for one node.
 *
 * @param arriving requests of which it is not yet said whether there is a place, at a time
 * @param writes requests that change something, at a time
 * @param reads requests that only read, at a time; three of four connections of the pool, so that those who write find one
 * @param tables tables that are read in, at a time
 * @param operator requests of the operator, at a time
 * @param waiting how many of each kind may wait for a place while a burst is worked off
 * @param patience how long one waits at most
 */
@Validated
@ConfigurationProperties("cairn.overload")
public record OverloadProperties(
        @DefaultValue("8") @Min(1) @Max(100_000) int arriving,
        @DefaultValue("256") @Min(1) @Max(100_000) int writes,
        @DefaultValue("15") @Min(1) @Max(100_000) int reads,
        @DefaultValue("32") @Min(1) @Max(100_000) int tables,
        @DefaultValue("8") @Min(1) @Max(100_000) int operator,
        @DefaultValue("1000") @Min(0) @Max(100_000) int waiting,
        @DefaultValue("2s") Duration patience) {}
