package io.cairn.assessment.member.page;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.invitations}.
 *
 * @param clientId what the identity provider knows the page as: a public client for the code flow with PKCE, that may be sent
 *     back to the page's address; without one the page shows the invitation and says what it is for
 * @param issuer where people sign in; the first of {@code cairn.security.issuers} when left out
 * @param scope what is asked for, words with spaces between them
 */
@Validated
@ConfigurationProperties("cairn.invitations")
record InvitationPageSettings(
        @Nullable String clientId,
        @Nullable String issuer,
        @DefaultValue("openid") @NotBlank String scope) {}
