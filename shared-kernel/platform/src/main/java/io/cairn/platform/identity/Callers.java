package io.cairn.platform.identity;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sent the request of this thread. */
public final class Callers {
    private Callers() {}

    /** Empty where no token was asked for. */
    public static Optional<Caller> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token
                ? Optional.of(token.getPrincipal())
                : Optional.empty();
    }
}
