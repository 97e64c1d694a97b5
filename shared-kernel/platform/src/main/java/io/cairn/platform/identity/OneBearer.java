package io.cairn.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * The token of the {@code Authorization} header, and only where there is one such header: a proxy in front may have looked
 * at another of several than we would.
 */
final class OneBearer implements BearerTokenResolver {
    private static final String BEARER = "Bearer ";

    private final BearerTokenResolver header = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
        if (!headers.hasMoreElements()) return header.resolve(request);
        var first = headers.nextElement();
        if (headers.hasMoreElements())
            throw new InvalidBearerTokenException("There are several Authorization headers.");
        // most requests come with a key, which is plain to see
        if (first.startsWith(BEARER)) {
            var key = first.substring(BEARER.length());
            if (KeyText.parse(key) != null) return key;
        }
        return header.resolve(request);
    }
}
