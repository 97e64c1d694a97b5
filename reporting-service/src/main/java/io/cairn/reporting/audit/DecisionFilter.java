package io.cairn.reporting.audit;

import io.cairn.language.ActorId;
import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.UnitCode;
import io.cairn.reporting.known.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which decisions are asked for; null, or no kind, leaves it open. {@code from} is included, {@code to} is not. */
record DecisionFilter(
        @Nullable UnitCode unit,
        @Nullable ModelKey model,
        @Nullable Period period,
        @Nullable UUID assessment,
        @Nullable QuestionKey question,
        @Nullable ActorId actor,
        List<DecisionKind> kinds,
        @Nullable Instant from,
        @Nullable Instant to) {
    DecisionFilter {
        kinds = List.copyOf(kinds);
    }

    /** SQL conditions on {@code reporting.decision}, only for what is asked. */
    String conditions() {
        var sql = new StringBuilder();
        if (unit != null) sql.append(" and unit_code = :unit");
        if (model != null) sql.append(" and model_key = :model");
        if (period != null) sql.append(" and period = :period");
        if (assessment != null) sql.append(" and assessment_id = :assessment");
        if (question != null) sql.append(" and question = :question");
        if (actor != null) sql.append(" and actor = :actor");
        if (!kinds.isEmpty()) sql.append(" and kind = any(:kinds)");
        if (from != null) sql.append(" and recorded_at >= :from");
        if (to != null) sql.append(" and recorded_at < :to");
        return sql.toString();
    }

    Map<String, Object> parameters() {
        var all = new LinkedHashMap<String, Object>();
        if (unit != null) all.put("unit", unit.value());
        if (model != null) all.put("model", model.value());
        if (period != null) all.put("period", period.toString());
        if (assessment != null) all.put("assessment", assessment);
        if (question != null) all.put("question", question.value());
        if (actor != null) all.put("actor", actor.value());
        if (!kinds.isEmpty()) all.put("kinds", kinds.stream().map(Words::of).toArray(String[]::new));
        if (from != null) all.put("from", from.atOffset(ZoneOffset.UTC));
        if (to != null) all.put("to", to.atOffset(ZoneOffset.UTC));
        return all;
    }
}
