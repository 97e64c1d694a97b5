package io.cairn.platform.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.security}.
 *
 * @param operatorKey the operator's bearer key, at least 8 characters (32 random ones are advised); without one nobody is operator
 * @param issuers OpenID Connect providers whose tokens are taken; none: API keys only
 * @param maxKeyLife how long a key made through the API may live, and lives when nothing is asked for
 */
@Validated
@ConfigurationProperties("cairn.security")
public record SecurityProperties(
        @Pattern(regexp = "[A-Za-z0-9._~+/-]{8,200}", message = "needs 8 to 200 letters, digits and ._~+/-") @Nullable
        String operatorKey,

        @Valid @DefaultValue List<Issuer> issuers,
        @DefaultValue("366d") Duration maxKeyLife) {
    public SecurityProperties {
        issuers = List.copyOf(issuers);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SecurityProperties[issuers=" + issuers + ", maxKeyLife=" + maxKeyLife + "]";
    }

    /**
     * @param issuer what the {@code iss} claim says, to the letter
     * @param jwkSetUri where its public keys are; found by OpenID discovery when left out
     * @param audiences one of which the {@code aud} claim must name
     * @param tenantClaim holds the tenant's id or slug
     * @param rolesClaim holds the roles, as a list or as words; a path such as {@code realm_access.roles} leads into
     *     objects
     */
    public record Issuer(
            @NotBlank String issuer,
            @Nullable String jwkSetUri,
            @NotEmpty List<String> audiences,
            @DefaultValue("tenant") @NotBlank String tenantClaim,
            @DefaultValue("roles") @NotBlank String rolesClaim) {
        public Issuer {
            audiences = List.copyOf(audiences);
        }
    }
}
