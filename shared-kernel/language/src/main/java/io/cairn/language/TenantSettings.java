package io.cairn.language;

import org.jspecify.annotations.Nullable;

/** How a tenant works, and what it may be compared by. */
public record TenantSettings(
        FiscalCalendar fiscalYearStart, Cadence cadence, TransitionPolicy transitionPolicy, CompanyProfile profile) {

    /** Industry, size band and region; any may be left open. */
    public record CompanyProfile(
            @Nullable String industry,
            @Nullable String size,
            @Nullable String region) {
        public CompanyProfile {
            if (industry != null) WellFormed.key("industry", industry, 64);
            if (size != null) WellFormed.key("size", size, 64);
            if (region != null) WellFormed.key("region", region, 64);
        }
    }
}
