package io.cairn.assessment.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends to targets that strangers chose. Names are looked up once, by {@link Targets}, for each connection, and what it
 * allows is what is connected to; no connection is used twice; redirects are not followed, no proxy and no cookies are
 * used, and of an answer only status line and headers are read.
 */
final class WebhookSender implements AutoCloseable {
    private static final int CONNECTIONS = 256;

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadline").factory());

    WebhookSender(Targets targets, WebhookProperties settings) {
        timeout = settings.timeout();
        var atMost = Timeout.of(timeout);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Allowed(targets))
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(atMost)
                        .setSocketTimeout(atMost)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(atMost).build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(100)
                                .setMaxLineLength(8_192)
                                .build())
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(atMost)
                        .setResponseTimeout(atMost)
                        .build())
                .setUserAgent("Cairn-Webhooks")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** @param retryAfter what the target asked for, if it did so in seconds */
    record Answer(int status, @Nullable Duration retryAfter) {
        boolean good() {
            return status >= 200 && status < 300;
        }
    }

    /** @throws IOException when there is no answer in time */
    Answer post(URI url, Map<String, String> headers, String body) throws IOException {
        var request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        // each time-out of the client is for one step, and a target may take many small ones
        var late = new AtomicBoolean();
        var deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            var response =
                    client.executeOpen(RoutingSupport.determineHost(request), request, HttpClientContext.create());
            try {
                return new Answer(response.getCode(), retryAfter(response.getFirstHeader("Retry-After")));
            } finally {
                request.cancel(); // closing alone would read the body to its end
                Closer.closeQuietly(response);
            }
        } catch (HttpException e) {
            throw new ClientProtocolException(e);
        } catch (IOException e) {
            if (late.get()) throw new SocketTimeoutException("no answer within " + timeout);
            throw e;
        } finally {
            deadline.cancel(false);
        }
    }

    private static @Nullable Duration retryAfter(@Nullable Header header) {
        var said = header == null ? "" : String.valueOf(header.getValue()).strip();
        return said.matches("[0-9]{1,7}") ? Duration.ofSeconds(Long.parseLong(said)) : null;
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    private record Allowed(Targets targets) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return targets.allowed(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
