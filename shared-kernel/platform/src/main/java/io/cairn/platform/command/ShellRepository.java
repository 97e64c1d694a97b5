package io.cairn.platform.command;

import io.cairn.eventstore.CommandScope;
import io.cairn.language.Rejected;
import java.util.concurrent.Callable;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate of the current command's stream: remembered, or read from the store. Axon's own caching repository
 * knows no tenant, forgets an aggregate whenever a command is refused, and costs more for each command than deciding it.
 */
final class ShellRepository<A extends AggregateShell> implements Repository<A> {
    private final Recollection<A> recollection;
    private final LockFactory locks;
    private final Memory memory;

    ShellRepository(Recollection<A> recollection, LockFactory locks, Memory memory) {
        this.recollection = recollection;
        this.locks = locks;
        this.memory = memory;
    }

    @Override
    public Aggregate<A> loadOrCreate(String id, Callable<A> empty) {
        return aggregate(id);
    }

    private EventSourcedAggregate<A> aggregate(String id) {
        var work = CurrentUnitOfWork.get();
        var lock = locks.obtainLock(id);
        work.onCleanup(done -> lock.release());
        var scope = CommandScope.current();
        var stream = scope.stream();
        if (!id.equals(stream.value().toString()))
            throw new IllegalStateException("aggregate " + id + " is not the one the command is about");
        var aggregate = recall(scope);
        var before = version(aggregate);
        work.onRollback(failed -> {
            if (version(aggregate) != before || !isDecision(failed)) memory.forget(stream);
        });
        work.afterCommit(done -> {
            var after = version(aggregate);
            if (after == before) return;
            memory.keep(stream, aggregate);
            recollection.moved(stream, aggregate.getAggregateRoot(), before, after);
        });
        return aggregate;
    }

    private EventSourcedAggregate<A> recall(CommandScope scope) {
        var known = memory.find(scope.stream(), recollection.type());
        if (known != null) {
            scope.remember(version(known));
            return known;
        }
        var aggregate = recollection.of(scope.stream());
        scope.read(version(aggregate));
        if (version(aggregate) >= 0) memory.keep(scope.stream(), aggregate);
        return aggregate;
    }

    /** A refusal, as opposed to a fault after which nothing is sure. */
    private static boolean isDecision(UnitOfWork<?> failed) {
        var because = failed.getExecutionResult().getExceptionResult();
        return because instanceof Rejected || because instanceof StaleVersion;
    }

    private static long version(EventSourcedAggregate<?> aggregate) {
        Long version = aggregate.version();
        return version == null ? -1 : version;
    }

    @Override
    public Aggregate<A> load(String id) {
        var aggregate = aggregate(id);
        if (version(aggregate) < 0) throw new AggregateNotFoundException(id, "there is no such stream");
        return aggregate;
    }

    @Override
    public Aggregate<A> load(String id, @Nullable Long expectedVersion) {
        return load(id); // the shell compares versions itself
    }

    // Axon's interface asks for the next two; by the way commands come here nobody does
    @Override
    public Aggregate<A> newInstance(Callable<A> factory) {
        throw new UnsupportedOperationException("an aggregate begins by its first command, on its own stream");
    }

    @Override
    public void send(Message<?> message, ScopeDescriptor scope) {
        throw new UnsupportedOperationException("nothing is sent to an aggregate but commands");
    }

    @Override
    public boolean canResolve(ScopeDescriptor scope) {
        return false;
    }
}
