package io.cairn.platform.command;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.CreationPolicy;

/** The smallest aggregate that has everything: it adds, renames, refuses, changes nothing, and asks a bean. */
public final class SampleUnit extends AggregateShell {
    @Snapshotted(revision = 1)
    private String name = "";

    public record Add(TenantId tenant, UnitCode code, String name) implements Command {
        @Override
        public StreamId stream() {
            return StreamId.unit(tenant, code);
        }
    }

    public record Rename(TenantId tenant, UnitCode code, String name) implements Command {
        @Override
        public StreamId stream() {
            return StreamId.unit(tenant, code);
        }
    }

    /** Names its stream itself, as a request does whose path holds an id. */
    public record RenameAt(StreamId stream, UnitCode code, String name) implements Command {}

    /** What a real aggregate asks other rooms. */
    public interface Names {
        String proper(String name);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(Add command, Names names) {
        if (!name.isEmpty()) throw new Rejected(new Rejection.AlreadyExists("unit", null));
        apply(command, List.of(new UnitAdded(command.code(), names.proper(command.name()), null)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(Rename command) {
        rename(command, command.code(), command.name());
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RenameAt command) {
        rename(command, command.code(), command.name());
    }

    private void rename(Command command, UnitCode code, String next) {
        if (name.isEmpty()) throw new Rejected(new Rejection.NotFound("unit"));
        apply(command, name.equals(next) ? List.of() : List.of(new UnitRenamed(code, next)));
    }

    @EventSourcingHandler
    void evolve(UnitEvent event) {
        switch (event) {
            case UnitAdded added -> name = added.name();
            case UnitRenamed renamed -> name = renamed.name();
            case UnitEvent.UnitMoved ignored -> {}
            case UnitEvent.UnitRetired ignored -> {}
        }
    }
}
