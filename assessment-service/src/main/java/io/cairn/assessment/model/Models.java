package io.cairn.assessment.model;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.TenantId;
import io.cairn.maturity.MaturityModel;
import java.util.Optional;

/** Every model a tenant may use: those that ship with the product and its own. */
public interface Models {
    /**
     * A published version, retired or not: what was begun under it can be ended.
     *
     * @throws io.cairn.language.Rejected when there is none (unknown model)
     */
    MaturityModel published(TenantId tenant, ModelRef ref);

    /** As {@link #published}, empty when there is none. */
    default Optional<MaturityModel> ifPublished(TenantId tenant, ModelRef ref) {
        try {
            return Optional.of(published(tenant, ref));
        } catch (Rejected none) {
            return Optional.empty();
        }
    }

    /** As {@link #published}, a draft too: for who wants to know what it would come to. */
    default MaturityModel written(TenantId tenant, ModelRef ref) {
        return published(tenant, ref);
    }

    /** As {@link #published}, but a retired version is refused too. */
    MaturityModel usable(TenantId tenant, ModelRef ref);

    /**
     * The latest version that is published and not retired.
     *
     * @throws io.cairn.language.Rejected when there is none (not found)
     */
    ModelRef latest(TenantId tenant, ModelKey key);
}
