package io.cairn.bench.ours;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.cairn.bench.payload.CairnAnswers;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.platform.command.AggregateShell;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.CreationPolicy;

/** The aggregate of the measured commands: it remembers the last answer, and a repeated one changes nothing. */
public final class AnswerSheet extends AggregateShell {
    private String lastQuestion = "";
    private int answers;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RecordAnswer command) {
        var recorded = CairnAnswers.recorded(command.number());
        if (answers > 0 && recorded.question().value().equals(lastQuestion)) apply(command, List.of());
        else apply(command, List.of(recorded));
    }

    @EventSourcingHandler
    void evolve(AssessmentEvent event) {
        if (!(event instanceof AnswerRecorded recorded)) return;
        lastQuestion = recorded.question().value();
        answers++;
    }
}
