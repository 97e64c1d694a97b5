package io.cairn.assessment.tenant;

import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings;

/** What other rooms ask about a tenant; read from its own stream, so never behind. */
public interface Tenants {
    /** Of a closed tenant those it had last. */
    TenantSettings settings(TenantId tenant);
}
