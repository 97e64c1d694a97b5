package io.cairn.platform.projection;

import io.cairn.eventstore.PostgresEventAppender.Settings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.append}.
 *
 * @param writers threads, and connections of the role {@code appender}, that store what waits
 * @param mostWaiting what may wait to be stored; beyond it a command is answered 503, to be sent again
 */
@Validated
@ConfigurationProperties("cairn.append")
record AppendProperties(
        @DefaultValue("1") @Min(1) @Max(16) int writers,
        @DefaultValue("64MB") DataSize mostWaiting) {
    Settings toSettings() {
        return new Settings(writers, mostWaiting.toBytes());
    }
}
