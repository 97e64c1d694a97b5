package io.cairn.bench.ours;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.cairn.bench.payload.CairnAnswers;
import io.cairn.language.QuestionKey;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.platform.command.AggregateShell;
import io.cairn.platform.command.Snapshotted;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The aggregate of the measured commands: it remembers the last question, and asking it again changes nothing. */
public final class AnswerSheet extends AggregateShell {
    /** All it remembers. */
    record State(@Nullable QuestionKey last, long answers) {}

    @Snapshotted(revision = 1)
    private State state = new State(null, 0);

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RecordAnswer command) {
        var recorded = CairnAnswers.recorded(command.number());
        apply(command, recorded.question().equals(state.last()) ? List.of() : List.of(recorded));
    }

    @EventSourcingHandler
    void evolve(AssessmentEvent event) {
        if (event instanceof AnswerRecorded recorded) state = new State(recorded.question(), state.answers() + 1);
    }
}
