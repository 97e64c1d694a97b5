package io.cairn.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.web}.
 *
 * @param waitForViews how long a read with {@code min-position} waits at most
 * @param maxBody how large a body may be that is not streamed
 * @param keepAnswers how long a first answer to an {@code Idempotency-Key} is kept
 * @param giveUpInFlight after which a request is taken to be nobody's whose process no longer says that it handles it
 */
@Validated
@ConfigurationProperties("cairn.web")
public record WebProperties(
        @DefaultValue("5s") Duration waitForViews,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("24h") Duration keepAnswers,
        @DefaultValue("20s") Duration giveUpInFlight) {}
