package io.cairn.platform.command;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.commands}.
 *
 * @param patience how long a command that loses races is decided again
 * @param snapshotEvery how many events of a stream lie between its snapshots; 0 for none
 */
@Validated
@ConfigurationProperties("cairn.commands")
public record CommandProperties(
        @DefaultValue Cache cache,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("100") @Min(0) int snapshotEvery) {

    /**
     * Aggregates a process keeps in memory between commands.
     *
     * @param streams how many at most; 0 keeps none
     * @param size what they may take together, as they estimate it themselves
     * @param maxAge after which one is read anew, whether used or not
     */
    public record Cache(
            @DefaultValue("100000") @Min(0) int streams,
            @DefaultValue("64MB") DataSize size,
            @DefaultValue("15m") Duration maxAge) {}
}
