package io.cairn.platform.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Objects;
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
        // one environment may serve several services: a password of nobody's makes nobody
        appender = appender == null || appender.isNobody() ? null : appender;
        migrator = migrator == null || migrator.isNobody() ? null : migrator;
        if (migrate && migrator == null)
            throw new IllegalArgumentException("cairn.database.migrate needs cairn.database.migrator.username");
    }

    /**
     * Who to be there.
     *
     * @param connections at most, 0 for what suits the role
     */
    public record Login(
            @NotBlank String username,
            @DefaultValue("") String password,
            @DefaultValue("0") @Min(0) @Max(500) int connections) {
        /** No name was said at all, which a blank one would be. */
        boolean isNobody() {
            return Objects.isNull(username);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }
}
