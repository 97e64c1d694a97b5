package io.cairn.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
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
    private final BearerTokenResolver header = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1)
            throw new InvalidBearerTokenException("There are several Authorization headers.");
        return header.resolve(request);
    }
}
