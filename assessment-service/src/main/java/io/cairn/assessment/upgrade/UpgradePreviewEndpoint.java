package io.cairn.assessment.upgrade;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.REVIEWER;

import io.cairn.assessment.assessment.Upgrades;
import io.cairn.assessment.cycle.CycleUnits;
import io.cairn.assessment.model.Models;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.assessment.unit.Units;
import io.cairn.language.CycleScope;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UpgradePreviewEndpoint {
    private final Models models;
    private final Upgrades upgrades;
    private final Units units;
    private final CycleUnits scope;
    private final Tenants tenants;
    private final DryRun dryRun;
    private final Paging paging;
    private final Clock clock;

    UpgradePreviewEndpoint(
            Models models,
            Upgrades upgrades,
            Units units,
            CycleUnits scope,
            Tenants tenants,
            DryRun dryRun,
            Paging paging,
            Clock clock) {
        this.models = models;
        this.upgrades = upgrades;
        this.units = units;
        this.scope = scope;
        this.tenants = tenants;
        this.dryRun = dryRun;
        this.paging = paging;
        this.clock = clock;
    }

    /**
     * @param from the version whose questions are held against those of the new one
     * @param period of the assessments to come; the one after the running one when left out
     * @param under a unit whose subtree it is about, with itself
     * @param units those it is about; neither it nor {@code under} means all
     */
    record Asked(
            ModelVersion from,
            @Nullable Period period,
            @Nullable UnitCode under,
            List<UnitCode> units) {
        Asked {
            units = new CycleScope(under, units).units();
        }

        CycleScope scope() {
            return new CycleScope(under, units);
        }
    }

    /** The version may be a draft. {@code limit} and {@code cursor} page through the units. */
    @PostMapping("/api/v1/models/{key}/versions/{version}/upgrade-preview")
    @Allowed({ADMIN, FACILITATOR, REVIEWER, AUDITOR})
    @ReadsViews(Units.VIEW)
    ResponseEntity<UpgradePreview> preview(
            Caller caller,
            @PathVariable ModelKey key,
            @PathVariable ModelVersion version,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestBody Asked asked) {
        var tenant = caller.tenant();
        var to = models.written(tenant, new ModelRef(key, version));
        var from = new ModelRef(key, asked.from());
        if (models.ifPublished(tenant, from).isEmpty())
            throw Problem.invalidBody("/from", "There is no published version " + asked.from() + " of it.")
                    .exception();
        var upgrade = upgrades.between(tenant, from, to);
        var period = asked.period() == null ? next(tenant) : asked.period();
        var codes = codes(tenant, asked);
        var page = paging.page(
                caller,
                "upgrade to " + to.ref() + " of " + asked.scope(),
                limit,
                cursor,
                (after, atMost) -> codes.stream()
                        .filter(it -> after == null || it.value().compareTo(after.getFirst()) > 0)
                        .limit(atMost)
                        .toList(),
                it -> List.of(it.value()));
        var shown = Objects.requireNonNull(page.getBody());
        var lines = shown.items().stream()
                .map(it -> dryRun.of(tenant, it, to, period))
                .toList();
        return ResponseEntity.ok()
                .headers(page.getHeaders())
                .body(UpgradePreview.of(upgrade, new Page<>(lines, shown.next())));
    }

    private Period next(TenantId tenant) {
        var settings = tenants.settings(tenant);
        return settings.fiscalYearStart()
                .periodOf(LocalDate.now(clock), settings.cadence())
                .next();
    }

    /** In the order in which a page goes on. */
    private List<UnitCode> codes(TenantId tenant, Asked asked) {
        var named = new ArrayList<>(asked.units());
        if (asked.under() != null) named.add(asked.under());
        for (var unknown : units.unknown(tenant, named)) throw new Rejected(new Rejection.UnknownUnit(unknown));
        if (!asked.units().isEmpty()) return asked.units();
        return scope.active(tenant, asked.scope(), LocalDate.now(clock)).stream()
                .sorted()
                .toList();
    }
}
