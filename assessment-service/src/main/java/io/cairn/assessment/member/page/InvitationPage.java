package io.cairn.assessment.member.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cairn.platform.identity.SecurityProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * Three files that anybody may read. The token is behind the {@code #} of the address, which browsers keep to themselves; the
 * script signs the person in and hands it to {@code POST /api/v1/invitations/acceptance}.
 */
@Controller
@EnableConfigurationProperties(InvitationPageSettings.class)
class InvitationPage {
    private static final String PATH = "/invitations";
    private static final String SCRIPT = PATH + "/page.js";
    private static final String STYLE = PATH + "/page.css";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);
    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", UTF_8);

    private final String issuer;
    private final String page;

    /** @param console where people go on to, "" when that is not known */
    InvitationPage(
            InvitationPageSettings settings,
            SecurityProperties security,
            @Value("${cairn.mail.public-url:}") String console) {
        this.issuer = settings.issuer() != null
                ? settings.issuer()
                : security.issuers().stream()
                        .findFirst()
                        .map(SecurityProperties.Issuer::issuer)
                        .orElse("");
        this.page = file("page.html")
                .replace("{issuer}", HtmlUtils.htmlEscape(issuer))
                .replace("{client}", HtmlUtils.htmlEscape(settings.clientId() == null ? "" : settings.clientId()))
                .replace("{scope}", HtmlUtils.htmlEscape(settings.scope()))
                .replace("{console}", HtmlUtils.htmlEscape(console));
    }

    @GetMapping(PATH)
    ResponseEntity<String> page() {
        return ResponseEntity.ok().contentType(HTML).body(page);
    }

    @GetMapping(SCRIPT)
    ResponseEntity<String> script() {
        return ResponseEntity.ok().contentType(JAVASCRIPT).body(file("page.js"));
    }

    @GetMapping(STYLE)
    ResponseEntity<String> style() {
        return ResponseEntity.ok().contentType(CSS).body(file("page.css"));
    }

    /** Open to all; the page runs nothing but its own script, and that speaks to Cairn and the identity provider only. */
    @Bean
    @Order(500)
    static SecurityFilterChain invitationPageSecurity(HttpSecurity http, InvitationPage page) {
        return http.securityMatcher(PATH, SCRIPT, STYLE)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
                                        + page.provider()
                                        + "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** The scheme, name and port of the issuer, with a space before them. */
    private String provider() {
        return issuer.isEmpty()
                ? ""
                : " " + URI.create(issuer).resolve("/").toString().replaceAll("/$", "");
    }

    private static String file(String name) {
        try (var stream = InvitationPage.class.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException(name + " is not on the class path");
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
