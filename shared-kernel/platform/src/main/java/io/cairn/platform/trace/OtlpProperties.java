package io.cairn.platform.trace;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where spans go, under the names Spring Boot has for it.
 *
 * @param endpoint of a collector that takes OTLP over HTTP, with its path
 * @param headers of every export; they may hold a key
 */
@ConfigurationProperties(OtlpProperties.PREFIX)
record OtlpProperties(
        URI endpoint,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("none") Compression compression,
        @DefaultValue Map<String, String> headers) {
    static final String PREFIX = "management.opentelemetry.tracing.export.otlp";

    enum Compression {
        NONE,
        GZIP
    }

    /** Without the headers. */
    @Override
    public String toString() {
        return "OtlpProperties[" + endpoint + "]";
    }
}
