package io.cairn.platform.web;

import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Pages whose cursors are sealed; the secret is asked for when the first page is. */
final class SealedPaging implements Paging {
    private final Supplier<CursorSeal> seal;

    SealedPaging(Supplier<CursorSeal> seal) {
        this.seal = seal;
    }

    @Override
    public <T> ResponseEntity<Page<T>> page(
            Caller caller,
            String list,
            @Nullable Integer limit,
            @Nullable String cursor,
            BiFunction<@Nullable List<String>, Integer, List<T>> query,
            Function<T, List<String>> key) {
        var size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > MAX_LIMIT)
            throw Problem.badParameter("limit", "is between 1 and " + MAX_LIMIT).exception();
        var rows = query.apply(behind(caller, list, cursor), size + 1);
        if (rows.size() <= size) return ResponseEntity.ok(new Page<>(rows, null));
        var items = List.copyOf(rows.subList(0, size));
        var next = seal.get().seal(caller.tenant(), list, key.apply(items.getLast()));
        return ResponseEntity.ok().header(HttpHeaders.LINK, link(next)).body(new Page<>(items, next));
    }

    private @Nullable List<String> behind(Caller caller, String list, @Nullable String cursor) {
        if (cursor == null) return null;
        var key = seal.get().open(caller.tenant(), list, cursor);
        if (key == null)
            throw Problem.badParameter("cursor", "is not one that this list gave")
                    .exception();
        return key;
    }

    /** Relative, so that it holds behind any proxy (RFC 8288 resolves it against the request). */
    private static String link(String next) {
        var request = ServletUriComponentsBuilder.fromCurrentRequest();
        var target = request.replaceQueryParam("cursor", next)
                .scheme(null)
                .host(null)
                .port(null)
                .build(true);
        return "<" + target.toUriString() + ">; rel=\"next\"";
    }
}
