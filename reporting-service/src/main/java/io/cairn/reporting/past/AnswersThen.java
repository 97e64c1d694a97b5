package io.cairn.reporting.past;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.Answer;
import io.cairn.language.QuestionKey;
import io.cairn.language.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was said to an assessment: one range of one index, and the events it names. */
@Component
final class AnswersThen {
    static final String STANDING = """
            select * from reporting.answer_state
            where tenant_id = :tenant and assessment_id = :assessment and recorded_to > :at and recorded_from <= :at
            """;

    /** Of questions whose points a reviewer gave, what was said since the first of those. */
    private static final String TRAIL = """
            select * from reporting.answer_state
            where tenant_id = :tenant and assessment_id = :assessment and question = any(:questions)
                and part in ('shared', 'vote', 'agreed') and recorded_from <= :at
                and (to_position is null or to_position > :since)
            """;

    private static final String LAST = """
            select question, max(case when recorded_to <= :at then to_position else from_position end) as position
            from reporting.answer_state
            where tenant_id = :tenant and assessment_id = :assessment and question = any(:questions)
                and recorded_from <= :at
            group by question
            """;

    private final RecordedEvents recorded;

    AnswersThen(RecordedEvents recorded) {
        this.recorded = recorded;
    }

    PastAnswers of(JdbcClient jdbc, TenantId tenant, UUID assessment, Instant at) {
        var standing = jdbc.sql(STANDING)
                .param("tenant", tenant.value())
                .param("assessment", assessment)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Part::read)
                .list();
        var trail = trail(jdbc, tenant, assessment, at, standing);
        var positions = Stream.concat(standing.stream(), trail.stream())
                .map(Part::from)
                .distinct()
                .toList();
        var events = recorded.at(jdbc, tenant, positions);
        var trails = trail.stream().collect(Collectors.groupingBy(Part::question));
        var byQuestion = new LinkedHashMap<String, List<Part>>();
        for (var part : standing)
            byQuestion.computeIfAbsent(part.question(), it -> new ArrayList<>()).add(part);
        return together(
                byQuestion.entrySet().stream()
                        .map(it -> new Poll(
                                new QuestionKey(it.getKey()),
                                it.getValue(),
                                trails.getOrDefault(it.getKey(), List.of()),
                                events))
                        .toList(),
                at);
    }

    Map<QuestionKey, StoredEvent> lastSaid(
            JdbcClient jdbc, TenantId tenant, UUID assessment, Collection<QuestionKey> questions, Instant at) {
        if (questions.isEmpty()) return Map.of();
        var positions = new HashMap<QuestionKey, Long>();
        jdbc.sql(LAST)
                .param("tenant", tenant.value())
                .param("assessment", assessment)
                .param("questions", questions.stream().map(QuestionKey::value).toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        positions.put(new QuestionKey(row.getString("question")), row.getLong("position")))
                .list();
        var events = recorded.at(jdbc, tenant, positions.values());
        var last = new HashMap<QuestionKey, StoredEvent>();
        positions.forEach((question, position) -> {
            var event = events.get(position);
            if (event != null) last.put(question, event);
        });
        return last;
    }

    private static PastAnswers together(List<Poll> polls, Instant at) {
        var counted = new HashMap<QuestionKey, PastAnswer>();
        Map<QuestionKey, Answer> carried = new HashMap<>();
        for (var poll : polls) {
            var answer = poll.counted(at);
            if (answer != null) counted.put(poll.question(), answer);
            var waiting = poll.carried();
            if (waiting != null) carried.put(poll.question(), waiting);
        }
        var unsettled = polls.stream()
                .filter(Poll::isUnsettled)
                .map(Poll::question)
                .sorted()
                .toList();
        return new PastAnswers(counted, unsettled, carried);
    }

    private static List<Part> trail(
            JdbcClient jdbc, TenantId tenant, UUID assessment, Instant at, List<Part> standing) {
        var judged = standing.stream().filter(it -> it.is("points")).toList();
        if (judged.isEmpty()) return List.of();
        return jdbc.sql(TRAIL)
                .param("tenant", tenant.value())
                .param("assessment", assessment)
                .param("questions", judged.stream().map(Part::question).toArray(String[]::new))
                .param("since", judged.stream().mapToLong(Part::from).min().orElseThrow())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Part::read)
                .list();
    }
}
