package io.cairn.platform.identity;

import io.cairn.platform.access.AccessKind;
import io.cairn.platform.access.AccessLog;
import io.cairn.platform.limit.Exceeded;
import io.cairn.platform.limit.Limits;
import io.cairn.platform.problem.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Lets in who has a good key or token and does not ask too much, and writes down who came. */
final class Doorkeeper {
    private final Bearers bearers;
    private final Limits limits;
    private final AccessLog log;

    Doorkeeper(Bearers bearers, Limits limits, AccessLog log) {
        this.bearers = bearers;
        this.limits = limits;
        this.log = log;
    }

    Caller letIn(String bearer, HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var place = place(address, bearer);
        var guessing = limits.failing(place);
        // a key could be guessed, so who guesses is not even told when they got it right; nobody guesses a signature
        if (guessing != null && !isSigned(bearer)) throw new TooManyRequests(guessing);
        var caller = known(bearer, request, place, guessing);
        var exceeded = limits.admit(caller.tenantOrNone(), caller.actor());
        if (exceeded != null) {
            log.note(
                    AccessKind.LIMITED,
                    caller.tenantOrNone(),
                    caller.actor(),
                    address,
                    exceeded.rate().name());
            throw new TooManyRequests(exceeded);
        }
        log.note(AccessKind.SIGNED_IN, caller.tenantOrNone(), caller.actor(), address, roles(caller));
        return caller;
    }

    private Caller known(
            String bearer,
            HttpServletRequest request,
            String place,
            @org.jspecify.annotations.Nullable Exceeded guessing) {
        try {
            return bearers.caller(bearer, RequestId.of(request));
        } catch (InvalidBearerTokenException e) {
            limits.failed(place);
            if (guessing != null) throw new TooManyRequests(guessing);
            throw e;
        }
    }

    /** The keys of one tenant and everything else are told apart, so that a broken client keeps out its own only. */
    private static String place(String address, String bearer) {
        var key = bearer.startsWith(KeyText.PREFIX) ? KeyText.parse(bearer) : null;
        return Limits.network(address) + (key == null ? isSigned(bearer) ? " tokens" : "" : " " + key.tenant());
    }

    private static boolean isSigned(String bearer) {
        return bearer.startsWith("ey") && bearer.indexOf('.') > 0;
    }

    private static String roles(Caller caller) {
        return caller.roles().stream()
                .sorted()
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** Known or not: too much was asked for. */
    static final class TooManyRequests extends AuthenticationException {
        private static final long serialVersionUID = 1L;
        private final transient Exceeded exceeded;

        TooManyRequests(Exceeded exceeded) {
            super(exceeded.rate().name());
            this.exceeded = exceeded;
        }

        Exceeded exceeded() {
            return exceeded;
        }
    }
}
