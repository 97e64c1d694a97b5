package io.cairn.platform.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.database}.
 *
 * @param url of PostgreSQL, as JDBC writes it
 * @param app reads and writes as one tenant at a time
 * @param appender appends events; a service that handles no commands has none
 * @param projector reads all events and writes views
 * @param migrator owns the schemas; needed only where {@code migrate} is on
 * @param migrate brings the schemas up to date at start
 * @param connectionTimeout how long to wait for a connection
 */
@Validated
@ConfigurationProperties("cairn.database")
public record DatabaseProperties(
        @NotBlank @Pattern(regexp = "jdbc:postgresql:.+", message = "must begin with jdbc:postgresql:")
        String url,

        @Valid Login app,
        @Valid @Nullable Login appender,
        @Valid Login projector,
        @Valid @Nullable Login migrator,
        @DefaultValue("false") boolean migrate,
        @DefaultValue("10s") Duration connectionTimeout) {
    public DatabaseProperties {
        if (migrate && migrator == null)
            throw new IllegalArgumentException("cairn.database.migrate needs cairn.database.migrator.username");
    }

    /** @param connections at most, 0 for what suits the role */
    public record Login(
            @NotBlank String username,
            @DefaultValue("") String password,
            @DefaultValue("0") @Min(0) @Max(500) int connections) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }
}
