package io.cairn.assessment.assessment.respondents;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.ActorId;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.DimensionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.RespondentAssigned;
import io.cairn.maturity.Dimension;
import io.cairn.maturity.MaturityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Some are asked to answer the whole assessment or some of its dimensions, all of them or none. */
public record AssignRespondents(TenantId tenant, UUID assessment, List<Assignment> assignments)
        implements AssessmentCommand {
    public AssignRespondents {
        assignments = List.copyOf(assignments);
    }

    /** @param dimensions instead of any before; none means all */
    public record Assignment(ActorId respondent, List<DimensionKey> dimensions) {
        public Assignment {
            dimensions = dimensions.stream().distinct().sorted().toList();
        }
    }

    public static List<AssessmentEvent> decide(AssignRespondents command, AssessmentState state, MaturityModel model) {
        var known = model.dimensions().stream().map(Dimension::key).collect(Collectors.toSet());
        var decided = new ArrayList<AssessmentEvent>();
        var next = state.known().when(AssessmentStatus.OPEN, "assign respondents");
        for (var index = 0; index < command.assignments().size(); index++) {
            var it = command.assignments().get(index);
            unknown(index, it, known);
            if (Set.copyOf(it.dimensions()).equals(next.panel().respondents().get(it.respondent()))) continue;
            var event = new RespondentAssigned(it.respondent(), it.dimensions());
            decided.add(event);
            next = next.evolve(event).known();
        }
        return decided;
    }

    private static void unknown(int index, Assignment assignment, Set<DimensionKey> known) {
        for (var dimension : assignment.dimensions())
            if (!known.contains(dimension))
                throw new Rejected(
                        new Rejection.InEntry("respondents", index, new Rejection.UnknownDimension(dimension)));
    }
}
