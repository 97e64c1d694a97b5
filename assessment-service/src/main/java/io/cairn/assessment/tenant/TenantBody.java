package io.cairn.assessment.tenant;

import io.cairn.language.Cadence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings.CompanyProfile;
import io.cairn.language.TransitionPolicy;

/** A tenant as its own users see it. @param benchmarkConsent whether its results count in benchmarks to come */
record TenantBody(
        TenantId id,
        Slug slug,
        String name,
        CompanyProfile profile,
        FiscalCalendar fiscalYearStart,
        Cadence cadence,
        TransitionPolicy transitionPolicy,
        boolean benchmarkConsent) {

    static TenantBody of(TenantId id, TenantState.Registered tenant) {
        var settings = tenant.settings();
        return new TenantBody(
                id,
                tenant.slug(),
                tenant.name(),
                settings.profile(),
                settings.fiscalYearStart(),
                settings.cadence(),
                settings.transitionPolicy(),
                tenant.benchmarks());
    }
}
