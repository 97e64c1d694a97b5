package io.cairn.reporting.audit;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.Scope;
import io.cairn.eventstore.projection.View;
import io.cairn.language.StreamType;
import io.cairn.reporting.known.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index of every decision, as {@link AnswerChangesView} is one of every answer: the words stay in the events. */
public final class DecisionsView implements View {
    public static final String NAME = "decisions-v1";

    /** What the event does not say itself was said by an earlier one of its stream. */
    private static final String DECISION = """
            with event as (
                select ?::uuid as tenant_id, ?::bigint as position, ?::uuid as stream_id, ?::text as kind,
                    ?::text as unit_code, ?::text as model_key, ?::text as model_version, ?::text as period,
                    ?::uuid as assessment_id, ?::text as question, ?::text as dimension, ?::text as actor,
                    ?::timestamptz as at
            )
            insert into reporting.decision (
                tenant_id, position, stream_id, kind, unit_code, model_key, model_version, period, assessment_id,
                question, dimension, actor, recorded_at)
            select e.tenant_id, e.position, e.stream_id, e.kind, coalesce(e.unit_code, b.unit_code),
                coalesce(e.model_key, b.model_key), coalesce(e.model_version, b.model_version),
                coalesce(e.period, b.period), e.assessment_id, e.question, e.dimension, e.actor, e.at
            from event e
            left join lateral (
                select * from reporting.decision d
                where d.tenant_id = e.tenant_id and d.stream_id = e.stream_id and d.position < e.position
                order by d.position desc
                limit 1
            ) b on true
            """;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("reporting.decision");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        var decided = Decided.of(stored.event());
        if (decided == null) return;
        var about = decided.about();
        var model = about.model();
        rows.executeTogether(
                Scope.of(stored.stream()),
                stored.stream(),
                DECISION,
                stored.tenant().value(),
                stored.position(),
                stored.stream().value(),
                Words.of(decided.kind()),
                text(about.unit()),
                model == null ? null : model.key().value(),
                model == null ? null : model.version().toString(),
                text(about.period()),
                stored.stream().type() == StreamType.ASSESSMENT
                        ? stored.stream().value()
                        : null,
                text(about.question()),
                text(about.dimension()),
                stored.origin().actor().value(),
                stored.recordedAt());
    }

    private static @Nullable String text(@Nullable Object word) {
        return word == null ? null : word.toString();
    }
}
