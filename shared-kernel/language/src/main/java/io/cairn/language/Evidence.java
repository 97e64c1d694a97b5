package io.cairn.language;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A link that supports an answer, and the last day on which it still does. */
public record Evidence(
        String url, @Nullable FreeText title, @Nullable LocalDate expires) {
    private static final int LONGEST = 2_000;
    private static final boolean[] IN_HOST = allowed("-.");
    private static final boolean[] IN_PATH = allowed("-._~/");

    public Evidence {
        if (url.length() > LONGEST || !isPlain(url)) check(url);
    }

    /**
     * A scheme, a host and a path, without anything that has a meaning of its own: what most links are, told without
     * taking them apart. All links of a stream are looked at whenever it is read.
     */
    private static boolean isPlain(String url) {
        var host = url.startsWith("https://") ? 8 : url.startsWith("http://") ? 7 : url.length();
        var at = host;
        while (at < url.length() && isIn(IN_HOST, url.charAt(at))) at++;
        if (at == host || (at < url.length() && url.charAt(at) != '/')) return false;
        while (at < url.length() && isIn(IN_PATH, url.charAt(at))) at++;
        return at == url.length();
    }

    private static boolean isIn(boolean[] allowed, char c) {
        return c < allowed.length && allowed[c];
    }

    private static boolean[] allowed(String others) {
        var allowed = new boolean[128];
        for (var c = '0'; c <= '9'; c++) allowed[c] = true;
        for (var c = 'a'; c <= 'z'; c++) allowed[c] = allowed[c - 'a' + 'A'] = true;
        others.chars().forEach(c -> allowed[c] = true);
        return allowed;
    }

    private static void check(String url) {
        WellFormed.name("an evidence link", url, LONGEST);
        try {
            var scheme = new URI(url).getScheme();
            if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme))
                throw new InvalidValue("an evidence link starts with https:// or http://");
        } catch (URISyntaxException e) {
            throw new InvalidValue("an evidence link is a URL");
        }
    }
}
