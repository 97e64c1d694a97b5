package io.cairn.assessment.webhook;

import io.cairn.language.InvalidValue;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where a webhook may lead: nowhere but to the public Internet, unless the settings say otherwise. */
final class Targets {
    private static final int LONGEST = 2_000;
    private static final int LOOK_UP_SECONDS = 5;
    private static final int LOOK_UPS = 16;

    private final WebhookProperties settings;
    private final NameLookup names;
    /** Looking up blocks the thread beneath a virtual one, and somebody else's name server may take its time. */
    private final ExecutorService lookUps = new ThreadPoolExecutor(
            0,
            LOOK_UPS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("webhook-name-", 1).factory());

    Targets(WebhookProperties settings, NameLookup names) {
        this.settings = settings;
        this.names = names;
    }

    /** A target that may not be reached. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("the target is not on the public Internet");
        }
    }

    /**
     * For whoever adds it: whether it is reachable later is decided when it is connected to.
     *
     * @throws InvalidValue saying what is wrong with it, in words for whoever wrote it
     */
    URI checked(String text) {
        var url = parsed(text);
        try {
            var future = lookUps.submit(() -> allowed(url.getHost()));
            future.get(LOOK_UP_SECONDS, TimeUnit.SECONDS);
            return url;
        } catch (ExecutionException e) {
            // the same for both, or names within our own network could be found out
            throw new InvalidValue(
                    "the host is not known, or has an address that is not public (loopback, private, link-local)");
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new InvalidValue("the name of the host cannot be looked up just now");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI parsed(String text) {
        if (text.length() > LONGEST) throw new InvalidValue("a URL has " + LONGEST + " characters at most");
        try {
            var url = new URI(text);
            var http = settings.allowHttp() && "http".equalsIgnoreCase(url.getScheme());
            if (!http && !"https".equalsIgnoreCase(url.getScheme()))
                throw new InvalidValue("a webhook is reached by https");
            if (url.getHost() == null) throw new InvalidValue("the URL names no host");
            if (url.getRawUserInfo() != null) throw new InvalidValue("a URL with a password is not kept");
            if (url.getRawFragment() != null) throw new InvalidValue("a fragment is never sent");
            if (url.getHost().contains("%")) throw new InvalidValue("an address has no zone");
            if (url.getPort() == 0 || url.getPort() > 65_535) throw new InvalidValue("there is no such port");
            return new URI(url.toASCIIString());
        } catch (URISyntaxException e) {
            throw new InvalidValue("this is no URL");
        }
    }

    /**
     * The addresses to connect to. Asked at the very moment of connecting, so that a name that leads elsewhere by then
     * helps nobody. One bad address among good ones spoils them all.
     *
     * @throws Refused when one of them is not public
     */
    InetAddress[] allowed(String host) throws UnknownHostException {
        var addresses = names.addresses(host);
        if (!settings.allowPrivate()) for (var address : addresses) if (!PublicAddress.is(address)) throw new Refused();
        return addresses;
    }
}
