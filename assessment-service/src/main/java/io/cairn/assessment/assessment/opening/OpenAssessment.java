package io.cairn.assessment.assessment.opening;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.CarriedAnswer;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.platform.command.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment begins. A unit has one of a model in a period, whatever the version; a cancelled one begins anew
 * without its answers, and may do so under another version of the model.
 *
 * @param carryOver what is carried over to be confirmed, null for nothing
 */
public record OpenAssessment(
        TenantId tenant,
        UnitCode unit,
        ModelRef model,
        Period period,
        @Nullable CarryOver carryOver) implements Command {
    public OpenAssessment(TenantId tenant, UnitCode unit, ModelRef model, Period period) {
        this(tenant, unit, model, period, null);
    }

    /** The agreed answers of an earlier period. @param version of the model, under which they were given */
    public record CarryOver(Period from, ModelVersion version, List<CarriedAnswer> answers) {
        public CarryOver {
            answers = List.copyOf(answers);
        }
    }

    @Override
    public StreamId stream() {
        return StreamId.assessment(tenant, unit, model.key(), period);
    }

    public static List<AssessmentEvent> decide(OpenAssessment command, AssessmentState state) {
        if (state instanceof AssessmentState.Known before && before.status() != AssessmentStatus.CANCELLED)
            throw new Rejected(
                    new Rejection.AlreadyExists("assessment", command.stream().value()));
        var carried = command.carryOver();
        return List.of(new AssessmentOpened(
                command.unit(),
                command.model(),
                command.period(),
                carried == null ? null : carried.from(),
                carried == null ? null : carried.version(),
                carried == null ? List.of() : carried.answers()));
    }
}
