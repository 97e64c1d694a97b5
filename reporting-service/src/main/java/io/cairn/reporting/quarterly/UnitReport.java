package io.cairn.reporting.quarterly;

import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.UnitCode;
import io.cairn.reporting.audit.AnswerChanges;
import io.cairn.reporting.audit.AnswerChanges.Change;
import io.cairn.reporting.definition.Definitions;
import io.cairn.reporting.definition.Titles;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.milestone.Milestone;
import io.cairn.reporting.milestone.Milestones;
import io.cairn.reporting.pdf.Book;
import io.cairn.reporting.pdf.Book.Figure;
import io.cairn.reporting.picture.Pictures;
import io.cairn.reporting.plan.Plans;
import io.cairn.reporting.timeline.Timeline;
import io.cairn.reporting.timeline.Timeline.Point;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One unit's quarter.
 *
 * @param told of the period in words, as in the summary
 * @param timeline up to the period
 * @param changes of the answers of the period's assessment; null when there is none, or the reader may not see them
 * @param titles of the assessment's questions; null when there are no changes
 */
record UnitReport(
        Quarter quarter,
        String company,
        String name,
        List<String> told,
        Timeline timeline,
        List<Milestone> targets,
        List<Plans.Action> actions,
        AnswerChanges.@Nullable Summary changes,
        @Nullable Titles titles,
        People people) {
    private static final int MOST_CHANGES = 40;
    private static final int MOST_ACTIONS = 30;
    private static final int MOST_MOVES = 5;
    /** Of what a dimension can score: what is less does not count as moved. */
    private static final double MOVED = 0.005;

    static UnitReport read(
            JdbcClient jdbc,
            Quarter quarter,
            List<String> told,
            UnitCode unit,
            Timeline timeline,
            Plans plans,
            AnswerChanges changes,
            Definitions definitions) {
        var key = quarter.model().key();
        var targets = Milestones.ofWhole(jdbc, quarter.tenant(), unit, quarter.model(), quarter.at());
        var since = PeriodOrder.startOf(quarter.period());
        var actions = plans.actions(jdbc, quarter.tenant(), unit, true, key, since, quarter.at(), MOST_ACTIONS);
        var assessment = quarter.answers() ? assessment(jdbc, quarter, unit) : null;
        var changed = assessment == null
                ? null
                : changes.of(jdbc, quarter.tenant(), assessment.id(), quarter.at(), MOST_CHANGES);
        var titles = assessment == null ? null : titles(jdbc, quarter, assessment, definitions);
        return new UnitReport(
                quarter,
                quarter.companyName(jdbc),
                quarter.unitName(jdbc, unit),
                told,
                timeline,
                targets,
                actions,
                changed,
                titles,
                People.of(jdbc, quarter.tenant(), actors(timeline, actions, changed)));
    }

    private record Assessment(UUID id, ModelVersion version) {}

    private static @Nullable Assessment assessment(JdbcClient jdbc, Quarter quarter, UnitCode unit) {
        return jdbc.sql("""
                        select assessment_id, model_version from reporting.assessment
                        where tenant_id = :tenant and unit_code = :unit and model_key = :model and period_order = :period
                        """)
                .param("tenant", quarter.tenant().value())
                .param("unit", unit.value())
                .param("model", quarter.model().key().value())
                .param("period", PeriodOrder.of(quarter.period()))
                .query((row, number) -> new Assessment(
                        row.getObject("assessment_id", UUID.class), ModelVersion.parse(row.getString("model_version"))))
                .optional()
                .orElse(null);
    }

    private static Titles titles(JdbcClient jdbc, Quarter quarter, Assessment assessment, Definitions definitions) {
        var ref = new ModelRef(quarter.model().key(), assessment.version());
        return new Titles(
                definitions.of(jdbc, quarter.tenant(), ref), quarter.words().language());
    }

    private static LinkedHashSet<String> actors(
            Timeline timeline, List<Plans.Action> actions, AnswerChanges.@Nullable Summary changes) {
        var actors = new LinkedHashSet<String>();
        for (var point : timeline.points()) {
            var decision = point.decision();
            if (decision != null && decision.decidedBy() != null) actors.add(decision.decidedBy());
        }
        for (var action : actions)
            if (action.owner() != null) actors.add(action.owner().value());
        if (changes != null) for (var change : changes.latest()) actors.add(change.actor());
        return actors;
    }

    void write(Book book, double width) {
        book.kicker(company + " · " + quarter.modelTitle());
        book.title(name);
        book.paragraph(quarter.line());
        book.quiet(quarter.known());
        var now = now();
        var before = before(now);
        book.figures(figures(now, before));
        book.heading(quarter.words().say("quarterly.moved"));
        for (var sentence : moved(now, before)) book.paragraph(sentence);
        var pictures = new Pictures(quarter.model(), quarter.words(), width);
        if (!timeline.points().isEmpty())
            book.chart(quarter.words().say("quarterly.journey"), pictures.journey(timeline, targets));
        if (now != null && !now.dimensions().isEmpty())
            book.chart(
                    quarter.words().say("quarterly.dimensions"),
                    pictures.dimensions(
                            name, now, before == null || before.dimensions().isEmpty() ? null : before));
        new RoadmapPart(quarter, people).write(book, actions, false);
        changes(book);
    }

    /** The result of the very period, else null. */
    private @Nullable Point now() {
        return timeline.points().stream()
                .filter(it -> it.period().equals(quarter.period().toString()))
                .findFirst()
                .orElse(null);
    }

    /** The latest one before it that has a stage. */
    private @Nullable Point before(@Nullable Point now) {
        return timeline.points().stream()
                .filter(it -> it != now && it.stage() != null)
                .filter(it -> Period.parse(it.period()).compareTo(quarter.period()) < 0)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private List<Figure> figures(@Nullable Point now, @Nullable Point before) {
        var words = quarter.words();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                words.say("quarterly.stage-now"), stage(now), quarter.period().toString()));
        figures.add(new Figure(
                words.say("quarterly.stage-before"), stage(before), before == null ? null : before.period()));
        if (now != null && now.score() != null && now.max() != null) {
            var was = before == null || before.score() == null
                    ? null
                    : words.say("quarterly.was", quarter.figure(before.score()));
            figures.add(new Figure(
                    words.say("quarterly.score"),
                    words.say("quarterly.score-of", quarter.figure(now.score()), quarter.figure(now.max())),
                    was));
        }
        if (now != null && now.coverage() != null)
            figures.add(new Figure(words.say("quarterly.coverage"), quarter.share(now.coverage()), null));
        return figures;
    }

    private static String stage(@Nullable Point point) {
        var stage = point == null ? null : point.stage();
        return stage == null ? "–" : stage.ordinal() + " · " + stage.title();
    }

    /** The summary names nobody; who decided and what they said of it stands behind it. */
    private List<String> moved(@Nullable Point now, @Nullable Point before) {
        var sentences = new ArrayList<>(told);
        if (now == null) return sentences;
        decision(now, sentences);
        if (now.reopened()) sentences.add(quarter.words().say("quarterly.reopened"));
        dimensions(now, before, sentences);
        return sentences;
    }

    private void decision(Point now, List<String> sentences) {
        var words = quarter.words();
        var decision = now.decision();
        if (decision == null) return;
        var day = quarter.day(decision.at());
        sentences.add(
                decision.decidedBy() == null
                        ? words.say("quarterly.by-policy", day)
                        : words.say("quarterly.by-person", people.name(decision.decidedBy()), day));
        var reason = Told.words(decision.reason());
        if (reason != null) sentences.add(words.say("quarterly.reason", reason));
    }

    private record Move(String title, double from, double to) {
        double by() {
            return Math.abs(to - from);
        }
    }

    private void dimensions(Point now, @Nullable Point before, List<String> sentences) {
        if (before == null) return;
        var moves = new ArrayList<Move>();
        for (var dimension : now.dimensions()) {
            var was = Pictures.share(before, dimension.key());
            if (was != null) moves.add(new Move(dimension.title(), was, Pictures.share(dimension)));
        }
        var most = moves.stream()
                .filter(it -> it.by() >= MOVED)
                .sorted(Comparator.comparingDouble(Move::by).reversed())
                .limit(MOST_MOVES)
                .map(it -> it.title() + " " + quarter.share(it.from()) + " → " + quarter.share(it.to()))
                .toList();
        if (!moves.isEmpty())
            sentences.add(
                    most.isEmpty()
                            ? quarter.words().say("quarterly.dimensions-same")
                            : quarter.words().say("quarterly.dimensions-moved", String.join("; ", most)));
    }

    private void changes(Book book) {
        var words = quarter.words();
        book.heading(words.say("quarterly.changes"));
        if (!quarter.answers()) {
            book.quiet(words.say("quarterly.changes-closed"));
            return;
        }
        if (changes == null || changes.counts().isEmpty()) {
            book.quiet(words.say("quarterly.changes-none"));
            return;
        }
        var counts = new ArrayList<String>();
        changes.counts().forEach((kind, count) -> counts.add(words.say("quarterly.kind." + kind) + ": " + count));
        book.paragraph(String.join(" · ", counts));
        if (changes.latest().isEmpty()) return;
        book.table(
                new Book.Grid(
                        List.of(
                                words.say("quarterly.when"),
                                words.say("quarterly.who"),
                                words.say("column.question"),
                                words.say("quarterly.what"),
                                words.say("quarterly.why")),
                        new double[] {1.4, 1.6, 3.2, 2, 2.5},
                        new boolean[5],
                        8),
                changes.latest().stream().map(this::row).toList());
        var listed = changes.counts().entrySet().stream()
                .filter(it -> !it.getKey().equals("recorded") && !it.getKey().equals("confirmed"))
                .mapToLong(it -> it.getValue())
                .sum();
        if (listed > changes.latest().size())
            book.quiet(words.say(
                    "quarterly.changes-more", listed - changes.latest().size()));
    }

    private List<String> row(Change change) {
        var reason = Told.words(change.reason());
        return List.of(
                change.at().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                people.name(change.actor()),
                titles == null ? change.question() : titles.question(new QuestionKey(change.question())),
                quarter.words().say("quarterly.kind." + change.kind()) + ": " + said(change.from()) + " → "
                        + said(change.to()),
                Objects.requireNonNullElse(reason, ""));
    }

    private static String said(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }
}
