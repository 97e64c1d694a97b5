package io.cairn.reporting.proof;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.proof}.
 *
 * @param keyName stands before each signature and in the public key; a host name suits it
 * @param keyFile holds the Ed25519 key that heads are signed with, as {@code openssl genpkey -algorithm ed25519} writes
 *     it; without one the key is a secret of the database, which is good for trying out only
 * @param everyEvents a head is signed when so many events came since the last one
 * @param every and when the first of them came so long ago
 * @param lookForClosed how often to look for closed tenants whose grace is over
 */
@Validated
@ConfigurationProperties("cairn.proof")
record ProofProperties(
        @DefaultValue("cairn")
        @Pattern(regexp = "[A-Za-z0-9._/-]{1,100}", message = "needs 1 to 100 letters, digits and ._/-")
        String keyName,

        @Nullable Path keyFile,
        @DefaultValue("1000") @Min(1) long everyEvents,
        @DefaultValue("1m") Duration every,
        @DefaultValue("1m") Duration lookForClosed) {}
