package io.cairn.assessment.assessment.profile;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.Profile;
import java.util.List;
import java.util.UUID;

/** A profile and what it is of; while the status is not final it may still change. */
record ProfileBody(
        UUID assessment,
        AssessmentStatus status,
        long version,
        Profile.Overall overall,
        List<Profile.Dimension> dimensions,
        List<Profile.View> views,
        List<Profile.Blocking> blocking,
        Profile.Confidence confidence) {

    static ProfileBody of(Assessments.Found found, Profile profile) {
        return new ProfileBody(
                found.id(),
                found.state().status(),
                found.version(),
                profile.overall(),
                profile.dimensions(),
                profile.views(),
                profile.blocking(),
                profile.confidence());
    }
}
