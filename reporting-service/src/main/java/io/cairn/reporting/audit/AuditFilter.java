package io.cairn.reporting.audit;

import io.cairn.language.ActorId;
import io.cairn.language.QuestionKey;
import io.cairn.language.UnitCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which changes are asked for; null leaves it open. {@code from} is included, {@code to} is not. */
record AuditFilter(
        @Nullable UnitCode unit,
        @Nullable UUID assessment,
        @Nullable QuestionKey question,
        @Nullable ActorId actor,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** SQL conditions on {@code c} (the change) and {@code a} (its assessment as it was then), only for what is asked. */
    String conditions() {
        var sql = new StringBuilder();
        if (unit != null) sql.append(" and a.unit_code = :unit");
        if (assessment != null) sql.append(" and c.assessment_id = :assessment");
        if (question != null) sql.append(" and c.question = :question");
        if (actor != null) sql.append(" and c.actor = :actor");
        if (from != null) sql.append(" and c.recorded_at >= :from");
        if (to != null) sql.append(" and c.recorded_at < :to");
        return sql.toString();
    }

    Map<String, Object> parameters() {
        var all = new LinkedHashMap<String, Object>();
        if (unit != null) all.put("unit", unit.value());
        if (assessment != null) all.put("assessment", assessment);
        if (question != null) all.put("question", question.value());
        if (actor != null) all.put("actor", actor.value());
        if (from != null) all.put("from", from.atOffset(ZoneOffset.UTC));
        if (to != null) all.put("to", to.atOffset(ZoneOffset.UTC));
        return all;
    }
}
