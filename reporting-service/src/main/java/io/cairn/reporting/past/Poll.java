package io.cairn.reporting.past;

import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.QuestionKey;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerConfirmed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.agreement.Ballot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said to one question, and what of it counted: as the assessment itself decides it, see {@link Ballot}.
 *
 * @param standing what was said and not unsaid at the time asked for
 * @param trail what was said or unsaid since the reviewer's points were given, if any were
 */
record Poll(QuestionKey question, List<Part> standing, List<Part> trail, Map<Long, StoredEvent> events) {

    boolean isUnsettled() {
        return ballot(standing).unsettled();
    }

    @Nullable
    Answer carried() {
        return parts(standing, "carried").findFirst().map(this::answer).orElse(null);
    }

    @Nullable
    PastAnswer counted(Instant at) {
        var counted = ballot(standing).counted();
        if (counted == null) return null;
        var judged = parts(standing, "points")
                .filter(it -> pointsStand(it.from(), counted, at))
                .map(it -> event(it.from()))
                .findFirst()
                .orElse(null);
        var kind = kind(standing);
        var said = parts(standing, kind.part)
                .max(Comparator.comparingLong(Part::from))
                .orElseThrow();
        return new PastAnswer(new AgreedAnswer(counted, points(judged)), kind.how, event(said.from()), judged);
    }

    private enum Kind {
        AGREED("agreed", PastAnswer.How.AGREED),
        VOTES("vote", PastAnswer.How.VOTES),
        SHARED("shared", PastAnswer.How.SHARED);

        private final String part;
        private final PastAnswer.How how;

        Kind(String part, PastAnswer.How how) {
            this.part = part;
            this.how = how;
        }
    }

    private static Kind kind(Collection<Part> parts) {
        for (var kind : Kind.values()) if (parts(parts, kind.part).findAny().isPresent()) return kind;
        return Kind.SHARED;
    }

    /** A reviewer's points stand as long as what counts says the same; so it is looked at after every step since. */
    private boolean pointsStand(long since, Answer now, Instant at) {
        var steps = new TreeSet<Long>();
        steps.add(since);
        for (var part : trail) {
            if (part.from() > since) steps.add(part.from());
            var to = part.to();
            if (to != null && to > since && !part.ended().isAfter(at)) steps.add(to);
        }
        return steps.stream()
                .map(step -> ballot(
                                trail.stream().filter(it -> it.stoodAt(step)).toList())
                        .counted())
                .allMatch(it -> it != null && it.response().equals(now.response()));
    }

    private Ballot ballot(Collection<Part> parts) {
        var votes = new HashMap<ActorId, Answer>();
        parts(parts, "vote").forEach(it -> votes.put(new ActorId(it.respondent()), answer(it)));
        return new Ballot(one(parts, "shared"), votes, one(parts, "agreed"), false);
    }

    private @Nullable Answer one(Collection<Part> parts, String kind) {
        return parts(parts, kind).findFirst().map(this::answer).orElse(null);
    }

    private static Stream<Part> parts(Collection<Part> parts, String kind) {
        return parts.stream().filter(it -> it.is(kind));
    }

    private StoredEvent event(long position) {
        return Objects.requireNonNull(events.get(position), "an event does not go away");
    }

    private static @Nullable BigDecimal points(@Nullable StoredEvent judged) {
        return judged != null && judged.event() instanceof PointsOverridden it ? it.points() : null;
    }

    private Answer answer(Part part) {
        var event = event(part.from()).event();
        if (event instanceof AnswerRecorded it) return it.answer();
        if (event instanceof AnswerChanged it) return it.answer();
        if (event instanceof AnswerConfirmed it) return it.answer();
        if (event instanceof AnswerAgreed it) return it.answer();
        if (event instanceof AssessmentOpened it)
            for (var carried : it.carriedOver()) if (carried.question().equals(question)) return carried.answer();
        throw new IllegalStateException("no answer at " + part.from());
    }
}
