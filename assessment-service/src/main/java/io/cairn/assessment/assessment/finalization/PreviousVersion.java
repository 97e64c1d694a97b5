package io.cairn.assessment.assessment.finalization;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.LastFinalized;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.assessment.assessment.Upgrades;
import io.cairn.language.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds what a finalization is compared with. */
@Component
public final class PreviousVersion {
    private final Assessments assessments;
    private final LastFinalized last;
    private final Profiles profiles;
    private final Upgrades upgrades;

    PreviousVersion(Assessments assessments, LastFinalized last, Profiles profiles, Upgrades upgrades) {
        this.assessments = assessments;
        this.last = last;
        this.profiles = profiles;
        this.upgrades = upgrades;
    }

    /** @throws io.cairn.language.Rejected when the tenant has no such assessment */
    Optional<Previous> of(TenantId tenant, UUID assessment) {
        return of(tenant, assessments.find(tenant, assessment).state());
    }

    /** The last finalized one before it, if that was under another version of the model. */
    public Optional<Previous> of(TenantId tenant, AssessmentState.Known assessment) {
        return last.before(tenant, assessment.unit(), assessment.model().key(), assessment.period())
                .filter(it -> !it.state().model().equals(assessment.model()))
                .map(it -> new Previous(
                        it.id(),
                        it.version(),
                        it.state().model(),
                        it.state().period(),
                        profiles.of(tenant, it),
                        it.state().answers(),
                        upgrades.between(tenant, it.state().model(), assessment.model())));
    }
}
