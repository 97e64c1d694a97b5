package io.cairn.platform.web;

import io.cairn.platform.identity.Caller;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Keyset paging: a cursor is the sort key of the last item, signed, and bound to the tenant and the list. */
public interface Paging {
    int DEFAULT_LIMIT = 50;
    int MAX_LIMIT = 200;

    /**
     * A page as the answer to the current request, with its {@code Link} header.
     *
     * @param list names the list and its filters; a cursor of another list is refused with 400
     * @param query reads the rows behind a sort key (null at the beginning), at most as many as told; it is asked for
     *     one more than the limit
     * @param key the sort key of an item, as texts
     */
    <T> ResponseEntity<Page<T>> page(
            Caller caller,
            String list,
            @Nullable Integer limit,
            @Nullable String cursor,
            BiFunction<@Nullable List<String>, Integer, List<T>> query,
            Function<T, List<String>> key);
}
