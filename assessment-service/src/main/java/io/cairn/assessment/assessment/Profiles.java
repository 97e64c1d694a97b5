package io.cairn.assessment.assessment;

import io.cairn.assessment.model.Models;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.agreement.PanelFigures;
import io.cairn.maturity.whatif.Change;
import io.cairn.maturity.whatif.Outcome;
import io.cairn.maturity.whatif.SmallestChanges;
import io.cairn.maturity.whatif.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an assessment's answers come to. */
@Component
public final class Profiles {
    private final Models models;
    private final Tenants tenants;

    Profiles(Models models, Tenants tenants) {
        this.models = models;
        this.tenants = tenants;
    }

    public MaturityModel model(TenantId tenant, Assessments.Found assessment) {
        return model(tenant, assessment.state());
    }

    public MaturityModel model(TenantId tenant, AssessmentState.Known assessment) {
        return models.published(tenant, assessment.model());
    }

    /** What was put down stands while the assessment is final; before that, what its answers come to now. */
    public Profile of(TenantId tenant, Assessments.Found assessment) {
        return finalized(assessment)
                .map(AssessmentFinalized::profile)
                .orElseGet(() -> of(tenant, assessment, assessment.state().answers()));
    }

    /** What was put down last, while it stands. */
    public static Optional<AssessmentFinalized> finalized(Assessments.Found assessment) {
        if (assessment.state().status() == AssessmentStatus.FINALIZED)
            for (var stored : assessment.events().reversed())
                if (stored.event() instanceof AssessmentFinalized it) return Optional.of(it);
        return Optional.empty();
    }

    /** With the agreement of several respondents, which takes a while: their draws are scored one by one. */
    public Profile withAgreement(TenantId tenant, Assessments.Found assessment) {
        var state = assessment.state();
        var profile = of(tenant, assessment);
        if (state.status() == AssessmentStatus.FINALIZED) return profile;
        return PanelFigures.added(
                profile,
                model(tenant, assessment),
                state.answers(),
                state.panel().votes(),
                lastDay(tenant, assessment));
    }

    /** What these answers would come to, on the last day of the assessment's period. */
    public Profile of(TenantId tenant, Assessments.Found assessment, Map<QuestionKey, AgreedAnswer> answers) {
        return Scoring.profile(model(tenant, assessment), answers, lastDay(tenant, assessment));
    }

    /** What it takes to come from these answers to a target; expired evidence is told as for a profile. */
    public Outcome smallestChanges(
            TenantId tenant,
            Assessments.Found assessment,
            Map<QuestionKey, AgreedAnswer> answers,
            Target target,
            Set<QuestionKey> fixed) {
        return SmallestChanges.to(model(tenant, assessment), answers, lastDay(tenant, assessment), target, fixed);
    }

    /** What these answers would come to with the changes made. */
    public Profile after(
            TenantId tenant,
            Assessments.Found assessment,
            Map<QuestionKey, AgreedAnswer> answers,
            List<Change> changes) {
        return of(tenant, assessment, SmallestChanges.applied(answers, changes, lastDay(tenant, assessment)));
    }

    private LocalDate lastDay(TenantId tenant, Assessments.Found assessment) {
        return tenants.settings(tenant)
                .fiscalYearStart()
                .lastDay(assessment.state().period());
    }
}
