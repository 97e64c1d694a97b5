package io.cairn.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cairn.language.ActorId;
import io.cairn.platform.access.AccessLog;
import java.security.MessageDigest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Tells from a bearer token who is calling: an API key, the operator's key, or else a token of an identity provider. */
final class Bearers {
    private final @Nullable String operatorKey;
    private final StoredApiKeys keys;
    private final JwtBearers tokens;
    private final ClosedTenants closed;

    Bearers(@Nullable String operatorKey, StoredApiKeys keys, JwtBearers tokens, ClosedTenants closed) {
        this.operatorKey = operatorKey;
        this.keys = keys;
        this.tokens = tokens;
        this.closed = closed;
    }

    /** @throws InvalidBearerTokenException saying no more than that the token is not valid */
    Caller caller(String bearer, UUID request) {
        if (isOperator(bearer)) return new Caller(null, new ActorId("operator"), Set.of(Role.OPERATOR), request);
        var caller = bearer.startsWith(KeyText.PREFIX) ? machine(bearer, request) : tokens.caller(bearer, request);
        var tenant = caller.tenantOrNone();
        // what belongs to no tenant is kept under this one
        if (AccessLog.PLATFORM.equals(tenant)) throw new InvalidBearerTokenException("The token is not valid.");
        if (tenant != null && closed.contains(tenant)) throw new InvalidBearerTokenException("The tenant is closed.");
        return caller;
    }

    private Caller machine(String bearer, UUID request) {
        var key = KeyText.parse(bearer);
        var known = key == null ? null : keys.find(key).orElse(null);
        if (key == null || known == null) throw new InvalidBearerTokenException("The key is not valid.");
        return new Caller(key.tenant(), new ActorId("key:" + known.id()), Set.of(known.role()), request);
    }

    private boolean isOperator(String bearer) {
        return operatorKey != null && MessageDigest.isEqual(operatorKey.getBytes(UTF_8), bearer.getBytes(UTF_8));
    }
}
