package io.cairn.assessment.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.webhooks}.
 *
 * @param allowHttp lets targets be reached without TLS; for one's own machine
 * @param allowPrivate lets targets be within one's own network; whoever may add a webhook then reaches everything there
 * @param timeout of one attempt from name look-up to the last header
 * @param disableAfter nothing got through for so long
 * @param former how long the secret before holds after a rotation
 * @param most webhooks a tenant has at a time
 * @param keep how long a delivery is shown that is done or dead
 * @param key mixed into every secret, so that the database alone does not tell them; the same on all nodes, for ever
 */
@Validated
@ConfigurationProperties("cairn.webhooks")
record WebhookProperties(
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("false") boolean allowPrivate,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("5d") Duration disableAfter,
        @DefaultValue("24h") Duration former,
        @DefaultValue("20") @Min(1) @Max(200) int most,
        @DefaultValue("30d") Duration keep,

        @Nullable @Size(min = 32, message = "needs 32 characters at least")
        String key) {
    /** Without the key. */
    @Override
    public String toString() {
        return "WebhookProperties[allowHttp=" + allowHttp + ", allowPrivate=" + allowPrivate + "]";
    }
}
