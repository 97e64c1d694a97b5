package io.cairn.platform.identity;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.cairn.platform.identity.SecurityProperties.Issuer;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys an issuer publishes. A new one is taken as soon as a token names it; one that is published no more is forgotten
 * within {@link #FRESH}. Tokens with made-up key ids do not make us ask the issuer more than once in {@link #PAUSE}, and an
 * issuer that is away for less than {@link #PATIENCE} keeps nobody out, or waiting, whose key was seen before.
 */
final class PublishedKeys implements JWKSource<SecurityContext> {
    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration PAUSE = Duration.ofSeconds(5);
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    private record Published(JWKSet keys, Instant at) {}

    private final Issuer issuer;
    private final Clock clock;
    private final DefaultResourceRetriever web = new DefaultResourceRetriever(3_000, 3_000, 512 * 1024);
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Published last;
    private volatile Instant asked = Instant.MIN;

    PublishedKeys(Issuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws RemoteKeySourceException {
        var known = last;
        if (known == null) known = askedAnew(null);
        else if (isOlderThan(FRESH, known.at())) known = askedAnew(known, Duration.ZERO);
        var found = wanted.select(known.keys());
        if (!found.isEmpty() || wanted.getMatcher().getKeyIDs() == null) return found;
        return wanted.select(askedAnew(known, MOMENT).keys()); // perhaps it began to sign with another key just now
    }

    /** While somebody else asks for longer, what was said before is good for as long as it is. */
    private Published askedAnew(Published known, Duration longest) throws RemoteKeySourceException {
        if (isOlderThan(PATIENCE, known.at())) return askedAnew(known);
        try {
            if (!asking.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) return known;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return known;
        }
        try {
            return askedAnew(known);
        } finally {
            asking.unlock();
        }
    }

    /** What the issuer says now; or what it said before, when it was asked just now or does not answer. */
    private Published askedAnew(@Nullable Published before) throws RemoteKeySourceException {
        asking.lock();
        try {
            var known = last;
            if (known != null && known != before) return known; // somebody else has asked meanwhile
            if (!isOlderThan(PAUSE, asked)) return stillGood(known, null);
            var published = new Published(fetchedNow(), asked);
            last = published;
            return published;
        } catch (IOException | ParseException | IllegalArgumentException e) {
            LOG.warn("the keys of {} cannot be had just now: {}", issuer.issuer(), e.toString());
            return stillGood(last, e);
        } finally {
            asking.unlock();
        }
    }

    private Published stillGood(@Nullable Published known, @Nullable Exception cause) throws RemoteKeySourceException {
        if (known == null || isOlderThan(PATIENCE, known.at()))
            throw new RemoteKeySourceException("the keys of " + issuer.issuer() + " cannot be had", cause);
        return known;
    }

    /** Who waited for an answer that took long does not ask at once again. */
    private JWKSet fetchedNow() throws IOException, ParseException {
        try {
            return fetch();
        } finally {
            asked = clock.instant();
        }
    }

    private JWKSet fetch() throws IOException, ParseException {
        var uri = issuer.jwkSetUri();
        return JWKSet.parse(text(uri == null ? discovered() : uri));
    }

    /** As OpenID Connect Discovery 1.0 says, 4.3: what does not name the issuer to the letter is not its. */
    private String discovered() throws IOException, ParseException {
        var place = issuer.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration";
        var said = JSONObjectUtils.parse(text(place));
        if (!issuer.issuer().equals(JSONObjectUtils.getString(said, "issuer")))
            throw new IOException(place + " speaks for another issuer");
        var keys = JSONObjectUtils.getString(said, "jwks_uri");
        if (keys == null) throw new IOException(place + " names no keys");
        return keys;
    }

    private String text(String place) throws IOException {
        URL url = URI.create(place).toURL();
        return web.retrieveResource(url).getContent();
    }

    private boolean isOlderThan(Duration age, Instant time) {
        return time.equals(Instant.MIN) || clock.instant().isAfter(time.plus(age));
    }
}
