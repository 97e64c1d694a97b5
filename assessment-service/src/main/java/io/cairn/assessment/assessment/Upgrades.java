package io.cairn.assessment.assessment;

import io.cairn.assessment.model.Models;
import io.cairn.language.ModelRef;
import io.cairn.language.TenantId;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.upgrade.Upgrade;
import org.springframework.stereotype.Component;

/** What becomes of answers when a tenant's unit goes on under another version of a model. */
@Component
public final class Upgrades {
    private final Models models;

    Upgrades(Models models) {
        this.models = models;
    }

    /** Between published versions, and those between them. */
    public Upgrade between(TenantId tenant, ModelRef from, ModelRef to) {
        return between(tenant, from, models.published(tenant, to));
    }

    public Upgrade between(TenantId tenant, ModelRef from, MaturityModel to) {
        return Upgrade.between(models.published(tenant, from), to, ref -> models.ifPublished(tenant, ref));
    }
}
