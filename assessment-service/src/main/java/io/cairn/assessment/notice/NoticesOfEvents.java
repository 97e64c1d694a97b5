package io.cairn.assessment.notice;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.journey.Journeys;
import io.cairn.eventstore.Channel;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ActorId;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentReopened;
import io.cairn.language.event.AssessmentEvent.AssessmentReturned;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.language.event.AssessmentEvent.RespondentAssigned;
import io.cairn.language.event.CycleEvent.CycleOpened;
import io.cairn.language.event.Event;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.platform.identity.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event has to tell whom. An event tells one notice at most, which has its id. What was imported tells nothing:
 * it happened long ago, or a thousandfold, and whoever imported it knows.
 */
final class NoticesOfEvents {
    private final Assessments assessments;
    private final Journeys journeys;

    NoticesOfEvents(Assessments assessments, Journeys journeys) {
        this.assessments = assessments;
        this.journeys = journeys;
    }

    /** Whether events like this one may have something to tell. */
    static boolean concerns(Event event) {
        return event instanceof CycleOpened
                || event instanceof AssessmentOpened
                || event instanceof RespondentAssigned
                || event instanceof AssessmentSubmitted
                || event instanceof AssessmentReturned
                || event instanceof AssessmentReopened
                || event instanceof AssessmentFinalized
                || event instanceof ConsensusRoundStarted
                || event instanceof StageProposed
                || event instanceof StageTransitioned
                || event instanceof TargetReached
                || event instanceof TargetMissed;
    }

    Optional<Notice> notice(StoredEvent event) {
        if (event.origin().channel() == Channel.IMPORT) return Optional.empty();
        return Optional.ofNullable(
                switch (event.event()) {
                    case CycleOpened it -> {
                        var cycle = About.cycle(event.stream().value(), it.model(), it.period(), it.lastDay());
                        yield notice(event, NoticeKind.CYCLE_OPENED, cycle, Set.of(), RESPONDENT, FACILITATOR);
                    }
                    // those that a cycle opens are told of by the cycle
                    case AssessmentOpened it ->
                        event.origin().channel() == Channel.POLICY
                                ? null
                                : notice(
                                        event,
                                        NoticeKind.ASSESSMENT_OPENED,
                                        About.assessment(event.stream().value(), it.unit(), it.model(), it.period()),
                                        Set.of(),
                                        RESPONDENT);
                    case RespondentAssigned it ->
                        notice(event, NoticeKind.ASSESSMENT_ASSIGNED, about(found(event)), Set.of(it.respondent()));
                    case AssessmentSubmitted ignored ->
                        notice(
                                event,
                                NoticeKind.ASSESSMENT_SUBMITTED,
                                about(found(event)),
                                Set.of(),
                                REVIEWER,
                                FACILITATOR);
                    case AssessmentReturned ignored -> toRespondents(event, NoticeKind.ASSESSMENT_RETURNED);
                    case AssessmentReopened ignored -> toRespondents(event, NoticeKind.ASSESSMENT_REOPENED);
                    case AssessmentFinalized ignored ->
                        toRespondents(event, NoticeKind.ASSESSMENT_FINALIZED, FACILITATOR);
                    case ConsensusRoundStarted it -> {
                        var found = found(event);
                        var about = about(found).question(it.question());
                        yield notice(event, NoticeKind.CONSENSUS_STARTED, about, assigned(found));
                    }
                    case StageProposed it -> proposed(event, it);
                    case StageTransitioned it -> transitioned(event, it);
                    case TargetReached it -> reached(event, it);
                    case TargetMissed it -> {
                        var about = About.target(
                                it.unit(), it.model(), it.period(), it.dimension(), it.stage(), it.target());
                        yield notice(event, NoticeKind.TARGET_MISSED, about, Set.of(), ADMIN, FACILITATOR, VIEWER);
                    }
                    default -> null; // see concerns
                });
    }

    /** To whoever is to go on answering: those assigned, or where nobody is, all who may. */
    private Notice toRespondents(StoredEvent event, NoticeKind kind, Role... others) {
        var found = found(event);
        var assigned = assigned(found);
        var roles = new HashSet<>(List.of(others));
        if (assigned.isEmpty()) roles.add(RESPONDENT);
        return notice(event, kind, about(found), assigned, roles.toArray(Role[]::new));
    }

    /** Unless it was decided meanwhile, as under the policy automatic it is in the very same command. */
    private @Nullable Notice proposed(StoredEvent event, StageProposed it) {
        if (imported(event.tenant(), it.unit(), it.model(), it.period())) return null;
        var journey = journeys.find(event.tenant(), it.unit(), it.model().key()).state();
        if (journey.proposal(it.proposal()).isEmpty()) return null;
        var about = About.assessment(it.assessment(), it.unit(), it.model(), it.period())
                .stage(it.proposal(), null, it.stage());
        return notice(event, NoticeKind.STAGE_PROPOSED, about, Set.of(), ADMIN, FACILITATOR, REVIEWER);
    }

    private @Nullable Notice transitioned(StoredEvent event, StageTransitioned it) {
        if (imported(event.tenant(), it.unit(), it.model(), it.period())) return null;
        var id = StreamId.assessment(event.tenant(), it.unit(), it.model().key(), it.period());
        var about = About.assessment(id.value(), it.unit(), it.model(), it.period())
                .stage(it.proposal(), it.from(), it.to());
        return notice(event, NoticeKind.STAGE_TRANSITIONED, about, Set.of(), ADMIN, FACILITATOR, VIEWER);
    }

    private @Nullable Notice reached(StoredEvent event, TargetReached it) {
        if (imported(event.tenant(), it.unit(), it.model(), it.in())) return null;
        var about = About.target(it.unit(), it.model(), it.period(), it.dimension(), it.stage(), it.target());
        return notice(event, NoticeKind.TARGET_REACHED, about, Set.of(), ADMIN, FACILITATOR, VIEWER);
    }

    /** Whether what the journey goes by was imported. */
    private boolean imported(TenantId tenant, UnitCode unit, ModelRef model, Period period) {
        var id = StreamId.assessment(tenant, unit, model.key(), period).value();
        return assessments.find(tenant, id).events().reversed().stream()
                .filter(it -> it.event() instanceof AssessmentFinalized)
                .findFirst()
                .filter(it -> it.origin().channel() == Channel.IMPORT)
                .isPresent();
    }

    private static Set<ActorId> assigned(Assessments.Found found) {
        return found.state().panel().respondents().keySet();
    }

    private static About about(Assessments.Found found) {
        var state = found.state();
        return About.assessment(found.id(), state.unit(), state.model(), state.period());
    }

    /** As it was then. */
    private Assessments.Found found(StoredEvent event) {
        return assessments.find(event.tenant(), event.stream().value(), event.version());
    }

    private static Notice notice(StoredEvent event, NoticeKind kind, About about, Set<ActorId> actors, Role... roles) {
        return new Notice(
                event.eventId(), kind, about, event.origin().actor(), event.recordedAt(), actors, Set.of(roles));
    }
}
