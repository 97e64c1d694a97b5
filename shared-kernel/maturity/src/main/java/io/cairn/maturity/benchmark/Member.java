package io.cairn.maturity.benchmark;

import io.cairn.language.TenantSettings.CompanyProfile;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One company and the one value it counts with.
 *
 * @param company means nothing by itself, and is the same in every release
 * @param scores of each dimension, and overall where the model has one, as shares of the scale's maximum, 0..1
 * @param stage its ordinal; null where the answers tell none
 */
public record Member(
        UUID company,
        CompanyProfile profile,
        SortedMap<String, Double> scores,
        @Nullable Integer stage) {
    public Member {
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
        for (var share : scores.values())
            if (!(share >= 0 && share <= 1)) throw new IllegalArgumentException("a share is 0..1, not " + share);
    }

    /** The company with this very value: in another release it is the same one as long as every figure is. */
    public Counted counted() {
        var figures = company + " " + scores + " " + stage;
        return new Counted(company, UUID.nameUUIDFromBytes(figures.getBytes(StandardCharsets.UTF_8)), stage);
    }
}
