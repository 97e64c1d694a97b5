package io.cairn.reporting.past;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scoring;
import io.cairn.reporting.definition.Definitions;
import io.cairn.reporting.known.TenantCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An assessment with its answers and what they came to, as it was known at a time. */
@Component
public class Past {
    private final AnswersThen answers;
    private final Definitions definitions;
    private final RecordedEvents recorded;

    Past(AnswersThen answers, Definitions definitions, RecordedEvents recorded) {
        this.answers = answers;
        this.definitions = definitions;
        this.recorded = recorded;
    }

    /**
     * What was known of an assessment.
     *
     * @param day the last of the period, on which evidence is judged
     * @param stored whether the profile is the one put down when the assessment was finalized; else it is scored now, by
     *     the model's own rules from the answers that counted then
     */
    public record Known(
            PastAssessment assessment,
            MaturityModel model,
            LocalDate day,
            PastAnswers answers,
            Profile profile,
            boolean stored) {}

    public Known of(JdbcClient jdbc, TenantId tenant, PastAssessment assessment, TenantCalendar calendar, Instant at) {
        var model = definitions.of(jdbc, tenant, assessment.model());
        var day = calendar.days(assessment.period()).to();
        var then = answers.of(jdbc, tenant, assessment.id(), at);
        var finalized = finalized(jdbc, tenant, assessment);
        if (finalized != null) return new Known(assessment, model, day, then, finalized.profile(), true);
        return new Known(assessment, model, day, then, Scoring.profile(model, then.agreed(), day), false);
    }

    /** The last thing said or unsaid to each of the questions, be it that nothing counted since. */
    public Map<QuestionKey, StoredEvent> lastSaid(
            JdbcClient jdbc, TenantId tenant, UUID assessment, Collection<QuestionKey> questions, Instant at) {
        return answers.lastSaid(jdbc, tenant, assessment, questions, at);
    }

    private @Nullable AssessmentFinalized finalized(JdbcClient jdbc, TenantId tenant, PastAssessment assessment) {
        var position = assessment.profilePosition();
        if (position == null) return null;
        var stored = recorded.at(jdbc, tenant, List.of(position)).get(position);
        return stored != null && stored.event() instanceof AssessmentFinalized it ? it : null;
    }
}
