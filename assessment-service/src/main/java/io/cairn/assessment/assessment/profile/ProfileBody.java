package io.cairn.assessment.assessment.profile;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Sight;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile and what it is of; while the status is not final it may still change.
 *
 * @param unsettled questions on which respondents differ; they count as unanswered
 * @param comparison of a final one with the assessment before, where that was under another version of the model
 */
record ProfileBody(
        UUID assessment,
        AssessmentStatus status,
        long version,
        Profile.Overall overall,
        List<Profile.Dimension> dimensions,
        List<Profile.View> views,
        List<Profile.Blocking> blocking,
        Profile.Confidence confidence,
        List<QuestionKey> unsettled,
        @Nullable ComparisonBody comparison) {

    static ProfileBody of(Assessments.Found found, Sight sight, Profile profile) {
        return new ProfileBody(
                found.id(),
                found.state().status(),
                found.version(),
                profile.overall(),
                profile.dimensions(),
                profile.views(),
                profile.blocking(),
                profile.confidence(),
                sight.isEverything() ? found.state().panel().unsettled() : List.of(),
                ComparisonBody.of(found));
    }
}
