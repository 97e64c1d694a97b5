package io.cairn.bench.axon;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.cairn.bench.payload.AnswerNoted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The same aggregate as Cairn's, as Axon's manual would have it: the id comes from the first event. */
public final class StockSheet {
    @AggregateIdentifier
    private @Nullable String id;

    private String lastQuestion = "";

    /** Its first event, which says which sheet it is. */
    public record SheetAnswered(String sheet, AnswerNoted answer) {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteAnswer command) {
        var noted = AnswerNoted.numbered(command.number());
        if (noted.question().equals(lastQuestion)) return;
        AggregateLifecycle.apply(new SheetAnswered(command.sheet(), noted));
    }

    @EventSourcingHandler
    void evolve(SheetAnswered event) {
        id = event.sheet();
        lastQuestion = event.answer().question();
    }
}
