package io.cairn.language;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A link that supports an answer, and the last day on which it still does. */
public record Evidence(
        String url, @Nullable FreeText title, @Nullable LocalDate expires) {
    public Evidence {
        WellFormed.name("an evidence link", url, 2_000);
        try {
            var scheme = new URI(url).getScheme();
            if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme))
                throw new InvalidValue("an evidence link starts with https:// or http://");
        } catch (URISyntaxException e) {
            throw new InvalidValue("an evidence link is a URL");
        }
    }
}
