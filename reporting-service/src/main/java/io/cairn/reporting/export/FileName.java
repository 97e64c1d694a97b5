package io.cairn.reporting.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file's name, made of nothing but what the caller asked for and the day. */
public record FileName(String name) {
    /** @param parts as words of the request: a unit's code, a model's key, a period */
    public static FileName of(String title, List<String> parts, String extension) {
        return new FileName(Stream.concat(Stream.of(title), parts.stream())
                        .map(part -> part.strip().replaceAll("[^\\p{L}\\p{N}._]+", "-"))
                        .collect(Collectors.joining("-"))
                + "." + extension);
    }

    /** RFC 6266: the name in ASCII for old clients, and as it is. */
    public String disposition(boolean attached) {
        var ascii = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._-]", "_");
        var exact = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (attached ? "attachment" : "inline") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + exact;
    }
}
