package io.cairn.assessment.tenant;

import io.cairn.language.CyclePlan;
import io.cairn.language.TenantId;
import java.util.List;

/** What a tenant assesses in every period, one plan a model; read from its own stream, so never behind. */
public interface CyclePlans {
    /** Nothing is assessed by a tenant that is closed. */
    boolean closed(TenantId tenant);

    List<CyclePlan> cyclePlans(TenantId tenant);
}
