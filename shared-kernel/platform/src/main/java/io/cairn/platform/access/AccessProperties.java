package io.cairn.platform.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code cairn.access}.
 *
 * @param keep how long an entry is kept, 30 days at least: nobody who can change this setting makes fresh ones vanish
 * @param every how long entries wait in memory; so much is lost when a node dies
 */
@ConfigurationProperties("cairn.access")
public record AccessProperties(
        @DefaultValue("400d") Duration keep,
        @DefaultValue("5s") Duration every) {
    public AccessProperties {
        if (keep.compareTo(Duration.ofDays(30)) < 0)
            throw new IllegalArgumentException("cairn.access.keep is 30 days at least");
        if (every.isNegative() || every.isZero()) throw new IllegalArgumentException("cairn.access.every is positive");
    }
}
