package io.cairn.platform.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code cairn.limits}, each for one node: nodes do not tell each other. A rate that is left out has the
 * default of decision 0057.
 *
 * @param principal of one key or person
 * @param tenant of all of one company together
 * @param failures sign-ins that fail, from one address
 */
@ConfigurationProperties("cairn.limits")
public record LimitProperties(
        @DefaultValue Principal principal,
        @DefaultValue Tenant tenant,
        @DefaultValue Failures failures) {
    public record Principal(
            @DefaultValue("5000") long perSecond,
            @DefaultValue("10000") long burst) {
        Rate rate() {
            return new Rate("principal", perSecond, burst);
        }
    }

    public record Tenant(
            @DefaultValue("10000") long perSecond,
            @DefaultValue("20000") long burst) {
        Rate rate() {
            return new Rate("tenant", perSecond, burst);
        }
    }

    public record Failures(
            @DefaultValue("1") long perSecond,
            @DefaultValue("100") long burst) {
        Rate rate() {
            return new Rate("failures", perSecond, burst);
        }
    }

    public static LimitProperties standard() {
        return new LimitProperties(new Principal(5_000, 10_000), new Tenant(10_000, 20_000), new Failures(1, 100));
    }
}
