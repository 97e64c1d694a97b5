package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.Slots;
import io.cairn.eventstore.StoredEvent;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A view or a policy, as the machinery sees it.
 *
 * @param schema of tokens and dead letters
 * @param translation from the SQL of the view to the SQL that is executed
 */
record Projection(
        String schema,
        String name,
        Slots.By order,
        Tokens tokens,
        DeadLetters letters,
        OwnTables tables,
        UnaryOperator<String> translation,
        @Nullable View view,
        @Nullable Policy policy) {
    static Projection of(ViewRegistration registration) {
        var view = registration.view();
        return new Projection(
                registration.schema(),
                view.name(),
                view.order(),
                new Tokens(registration.schema()),
                new DeadLetters(registration.schema()),
                new OwnTables(view.tables()),
                UnaryOperator.identity(),
                view,
                null);
    }

    static Projection of(PolicyRegistration registration) {
        var policy = registration.policy();
        return new Projection(
                registration.schema(),
                policy.name(),
                Slots.By.TENANT,
                new Tokens(registration.schema()),
                new DeadLetters(registration.schema()),
                new OwnTables(List.of()),
                UnaryOperator.identity(),
                null,
                policy);
    }

    /** The same one elsewhere. */
    Projection in(String other, UnaryOperator<String> translated) {
        return new Projection(
                other, name, order, new Tokens(other), new DeadLetters(other), tables, translated, view, policy);
    }

    /** Its name among those of all schemas. */
    String fullName() {
        return schema + "." + name;
    }

    /** Takes one event by itself, in the transaction of the connection. */
    void take(StoredEvent event, Connection connection) {
        if (policy != null) policy.when(event);
        if (view == null) return;
        var rows = new Statements(tables);
        view.apply(event, rows);
        rows.write(connection, translation);
    }

    /** Where in the events' way a stream's tenant, or the stream, is. */
    int slot(UUID tenant, UUID stream) {
        return Slots.of(order == Slots.By.TENANT ? tenant : stream);
    }

    Work work(Segment segment, EventSource source, Transactor transactor, Witness witness) {
        if (view != null) return new ViewWork(this, view, segment, source, transactor, witness);
        if (policy != null) return new PolicyWork(this, policy, segment, source, transactor, witness);
        throw new IllegalStateException(name + " is neither view nor policy");
    }
}
