package io.cairn.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * An identity provider for trying things out: a login page for the demo tenant's people and somebody to invite, the code flow
 * with PKCE, nothing else.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cairn.standalone.sign-in")
class SignInConfiguration {
    static final String CLIENT = "cairn-console";
    static final String REDIRECT = "/swagger-ui/oauth2-redirect.html";

    @Bean
    @Order(1)
    SecurityFilterChain signInProviderSecurity(HttpSecurity http) {
        var login = new LoginUrlAuthenticationEntryPoint("/login");
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(faults -> faults.authenticationEntryPoint((request, response, failure) -> {
                    if (request.getRequestURI().equals("/oauth2/authorize")) login.commence(request, response, failure);
                    else response.setStatus(401); // asked by a program
                }))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain signInPageSecurity(HttpSecurity http) {
        return http.securityMatcher("/login", "/logout", "/default-ui.css")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    RegisteredClientRepository signInClients(DemoPeople people) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(people.address() + REDIRECT)
                .redirectUri(people.address() + "/invitations")
                .scope("openid")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofHours(1))
                        .build())
                .build());
    }

    @Bean
    AuthorizationServerSettings signInSettings(DemoPeople people) {
        return AuthorizationServerSettings.builder().issuer(people.address()).build();
    }

    @Bean
    JWKSource<SecurityContext> signInKey(DemoPeople people) {
        return new ImmutableJWKSet<>(new JWKSet(people.key()));
    }

    /** For what is asked with the token at the provider itself. */
    @Bean
    JwtDecoder signInTokens(JWKSource<SecurityContext> signInKey) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(signInKey);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> signInClaims() {
        return context -> {
            Authentication person = context.getPrincipal();
            if (person == null || !OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) return;
            context.getClaims().audience(List.of("cairn"));
            if (!person.getName().equals(DemoPeople.NEWCOMER))
                context.getClaims()
                        .claim("tenant", DemoPeople.TENANT)
                        .claim("roles", List.of(DemoPeople.role(person.getName())));
        };
    }

    @Bean
    UserDetailsService signInPeople(DemoPeople people, PasswordEncoder signInDigests) {
        var users = people.passwords().entrySet().stream()
                .map(person -> User.withUsername(person.getKey())
                        .password(String.valueOf(signInDigests.encode(person.getValue())))
                        .roles()
                        .build())
                .toList();
        return new InMemoryUserDetailsManager(users);
    }

    /** Enough for passwords of 256 random bits, which nobody can guess; a slow one would be for those that people choose. */
    @Bean
    PasswordEncoder signInDigests() {
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                return password == null ? null : HexFormat.of().formatHex(sha256(password.toString()));
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String digest) {
                var encoded = encode(password);
                return encoded != null
                        && digest != null
                        && MessageDigest.isEqual(encoded.getBytes(UTF_8), digest.getBytes(UTF_8));
            }
        };
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The API's page asks for a name and a password instead of a key. */
    @Bean
    OpenApiCustomizer signInOfPage(DemoPeople people) {
        var flow = new OAuthFlow()
                .authorizationUrl(people.address() + "/oauth2/authorize")
                .tokenUrl(people.address() + "/oauth2/token")
                .scopes(new Scopes().addString("openid", "who you are"));
        return api -> {
            api.getComponents()
                    .addSecuritySchemes(
                            "people",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.OAUTH2)
                                    .description("People of the demo tenant")
                                    .flows(new OAuthFlows().authorizationCode(flow)));
            api.addSecurityItem(new SecurityRequirement().addList("people"));
        };
    }
}
