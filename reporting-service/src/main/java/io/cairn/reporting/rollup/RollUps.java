package io.cairn.reporting.rollup;

import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.rollup.RollUp.Node;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads roll-ups outside of pages. */
@Component
public class RollUps {
    private static final int AT_ONCE = 200;

    private final Clock clock;

    RollUps(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param period null for the one of today and units that are there today
     * @param under null for the whole company
     */
    public record Question(
            ModelKey model,
            @Nullable Period period,
            @Nullable UnitCode under,
            Instant at) {}

    /** The node as a whole. 404 for a unit or model that nobody knows. */
    public Node all(JdbcClient jdbc, TenantId tenant, Question asked) {
        return subtree(jdbc, tenant, asked).count(jdbc, tenant, List.of()).all();
    }

    Subtree subtree(JdbcClient jdbc, TenantId tenant, Question asked) {
        return Subtree.of(jdbc, tenant, asked.model(), asked.period(), asked.at(), asked.under(), LocalDate.now(clock));
    }

    /** The node as a whole and then its children, some at a time. */
    void each(JdbcClient jdbc, TenantId tenant, Subtree subtree, Table.Taker<Node> taker) throws IOException {
        String after = null;
        while (true) {
            var children = subtree.children(jdbc, tenant, after, AT_ONCE);
            if (children.isEmpty() && after != null) return;
            var nodes = subtree.count(jdbc, tenant, children);
            if (after == null) taker.take(nodes.all());
            for (var child : nodes.children()) taker.take(child);
            if (children.size() < AT_ONCE) return;
            after = children.getLast().code();
        }
    }
}
