package io.cairn.assessment.upgrade;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.LastFinalized;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.assessment.assessment.Upgrades;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.assessment.upgrade.UpgradePreview.Anew;
import io.cairn.assessment.upgrade.UpgradePreview.Carried;
import io.cairn.assessment.upgrade.UpgradePreview.Carries;
import io.cairn.assessment.upgrade.UpgradePreview.Unit;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.upgrade.Results;
import io.cairn.maturity.upgrade.Upgrade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What opening a unit's next assessment under a version would carry over, and what that comes to. */
@Component
final class DryRun {
    private final LastFinalized last;
    private final Profiles profiles;
    private final Upgrades upgrades;
    private final Tenants tenants;

    DryRun(LastFinalized last, Profiles profiles, Upgrades upgrades, Tenants tenants) {
        this.last = last;
        this.profiles = profiles;
        this.upgrades = upgrades;
        this.tenants = tenants;
    }

    Unit of(TenantId tenant, UnitCode unit, MaturityModel to, Period period) {
        return last.before(tenant, unit, to.ref().key(), period)
                .map(found -> carried(tenant, found, to, period))
                .orElseGet(() -> Unit.without(unit));
    }

    private Unit carried(TenantId tenant, Assessments.Found found, MaturityModel to, Period period) {
        var state = found.state();
        var upgrade = upgrades.between(tenant, state.model(), to);
        var carries = new ArrayList<Carries>();
        var anew = new ArrayList<Anew>();
        var answers = new LinkedHashMap<QuestionKey, AgreedAnswer>();
        for (var it : upgrade.carry(state.answers())) {
            var answer = it.answer();
            if (it.obstacle() != null) anew.add(new Anew(it.question(), it.obstacle()));
            if (answer == null) continue;
            answers.put(it.question(), AgreedAnswer.of(answer));
            carries.add(new Carries(
                    it.question(), answer.response() instanceof Response.Given given ? given.value() : null));
        }
        return new Unit(
                state.unit(),
                found.id(),
                state.period(),
                state.model().version(),
                carries,
                anew,
                Results.of(upgrade.from(), profiles.of(tenant, found)),
                scored(tenant, upgrade, answers, period));
    }

    private Carried scored(TenantId tenant, Upgrade upgrade, Map<QuestionKey, AgreedAnswer> answers, Period period) {
        var lastDay = tenants.settings(tenant).fiscalYearStart().lastDay(period);
        var profile = Scoring.profile(upgrade.to(), answers, lastDay);
        return new Carried(
                Results.of(upgrade.to(), profile),
                profile.overall().undetermined(),
                profile.overall().coverage());
    }
}
