package io.cairn.platform.identity;

import com.nimbusds.jwt.JWTParser;
import io.cairn.language.ActorId;
import io.cairn.language.InvalidValue;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.SecurityProperties.Issuer;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Tokens of the configured OpenID Connect providers: signed with RS256 or ES256 by a key the issuer publishes, for
 * one of our audiences, valid now. Nobody becomes operator by a token.
 */
final class JwtBearers {
    private record Trusted(Issuer settings, JwtDecoder decoder) {}

    private final Map<String, Trusted> issuers = new HashMap<>();
    private final Memberships memberships;

    JwtBearers(List<Issuer> trusted, Memberships memberships, Clock clock) {
        this.memberships = memberships;
        for (var issuer : trusted) issuers.put(issuer.issuer(), new Trusted(issuer, decoder(issuer, clock)));
    }

    Caller caller(String bearer, UUID request) {
        var issuer = issuers.get(String.valueOf(claimedIssuer(bearer)));
        if (issuer == null) throw invalid();
        try {
            return caller(issuer.decoder().decode(bearer), issuer.settings(), request);
        } catch (BadJwtException | InvalidValue e) {
            throw invalid();
        } catch (JwtException e) {
            throw new ProviderOutOfReach("the keys of " + issuer.settings().issuer() + " are out of reach", e);
        }
    }

    /** Not verified yet: it only tells whose keys to try, and the decoder checks it again. */
    private static @Nullable String claimedIssuer(String bearer) {
        try {
            return JWTParser.parse(bearer).getJWTClaimsSet().getIssuer();
        } catch (ParseException | RuntimeException e) {
            throw invalid();
        }
    }

    private Caller caller(Jwt token, Issuer settings, UUID request) {
        var subject = token.getSubject();
        if (subject == null || subject.isBlank()) throw invalid();
        var actor = new ActorId("user:" + subject);
        var login = new Login(settings.issuer(), subject);
        var said = claim(token.getClaims(), settings.tenantClaim());
        if (said == null) return member(actor, login, request);
        if (!(said instanceof String tenant)) throw invalid();
        return new Caller(
                tenant(tenant), actor, roles(claim(token.getClaims(), settings.rolesClaim())), request, login);
    }

    /** Whose token names no tenant belongs where an invitation was accepted; before that, nowhere. */
    private Caller member(ActorId actor, Login login, UUID request) {
        return memberships
                .find(login)
                .map(found -> new Caller(found.tenant(), found.actor(), found.roles(), request, login))
                .orElseGet(() -> new Caller(null, actor, Set.of(), request, login));
    }

    private static TenantId tenant(String said) {
        try {
            if (said.length() == 36) return new TenantId(UUID.fromString(said));
        } catch (IllegalArgumentException e) {
            // 36 characters of a slug
        }
        return TenantId.of(new Slug(said));
    }

    private static Set<Role> roles(@Nullable Object said) {
        var names = said instanceof Collection<?> list
                ? list
                : List.of(String.valueOf(said).split("[ ,]+"));
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values())
            if (role != Role.OPERATOR && names.contains(role.name().toLowerCase(Locale.ROOT))) roles.add(role);
        return roles;
    }

    private static @Nullable Object claim(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) return claims.get(path); // names like https://example.com/roles hold dots
        Object at = claims;
        for (var step : path.split("\\.", -1)) at = at instanceof Map<?, ?> object ? object.get(step) : null;
        return at;
    }

    private static JwtDecoder decoder(Issuer issuer, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSource(new PublishedKeys(issuer, clock))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {})) // ours, below
                .jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.addAll(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256));
                })
                .build();
        decoder.setJwtValidator(validator(issuer, clock));
        return decoder;
    }

    private static DelegatingOAuth2TokenValidator<Jwt> validator(Issuer issuer, Clock clock) {
        var types = new JwtTypeValidator("JWT", "at+jwt");
        types.setAllowEmpty(true);
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                types,
                times,
                new JwtClaimValidator<Object>(
                        "iss", said -> said != null && issuer.issuer().equals(said.toString())),
                new JwtClaimValidator<List<String>>(
                        "aud", said -> said != null && said.stream().anyMatch(issuer.audiences()::contains)));
    }

    private static InvalidBearerTokenException invalid() {
        return new InvalidBearerTokenException("The token is not valid.");
    }

    /** Not a word against the token: nobody can tell yet whether it is good. */
    static final class ProviderOutOfReach extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        ProviderOutOfReach(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
