package io.cairn.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of a browser as signing in takes: cookies, forms, and going where one is sent, but not to other addresses. Like
 * browsers it holds {@code localhost} to be safe, and sends it cookies that are for TLS only.
 */
final class Browser {
    private static final Pattern FORM = Pattern.compile("<form[^>]*>");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new HashMap<>();

    /** @param sentTo where a redirect leads that was not followed, since it leads to {@code stopAt}; "" for none */
    record Page(URI at, int status, String text, String sentTo) {}

    Page open(String address, String stopAt) {
        return follow(HttpRequest.newBuilder(URI.create(address)).GET(), URI.create(address), stopAt);
    }

    /** Fills in the page's form, with what it holds already. */
    Page submit(Page page, Map<String, String> filled, String stopAt) {
        var form = FORM.matcher(page.text());
        if (!form.find()) throw new IllegalStateException("no form at " + page.at() + ": " + page.text());
        var action = ACTION.matcher(form.group());
        var target = page.at()
                .resolve(action.find() ? plain(action.group(1)) : page.at().toString());
        var fields = new LinkedHashMap<String, String>();
        var input = INPUT.matcher(page.text());
        while (input.find()) {
            var name = NAME.matcher(input.group());
            var value = VALUE.matcher(input.group());
            if (name.find()) fields.put(plain(name.group(1)), value.find() ? plain(value.group(1)) : "");
        }
        fields.putAll(filled);
        return follow(
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))),
                target,
                stopAt);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Page follow(HttpRequest.Builder request, URI at, String stopAt) {
        var reply = send(request);
        var place = at;
        for (var steps = 0; reply.statusCode() / 100 == 3; steps++) {
            var next = place.resolve(reply.headers().firstValue("Location").orElseThrow());
            if (next.toString().startsWith(stopAt)) return new Page(place, reply.statusCode(), "", next.toString());
            if (steps > 10) throw new IllegalStateException("sent around in circles by " + next);
            place = next;
            reply = send(HttpRequest.newBuilder(place).GET());
        }
        return new Page(place, reply.statusCode(), reply.body(), "");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        try {
            var reply = http.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
            for (var line : reply.headers().allValues("Set-Cookie"))
                for (var cookie : HttpCookie.parse(line)) cookies.put(cookie.getName(), cookie.getValue());
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(String html) {
        return html.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'");
    }
}
