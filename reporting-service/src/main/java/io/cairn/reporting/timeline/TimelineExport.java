package io.cairn.reporting.timeline;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.language.TenantId;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.request.Asked;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.timeline.Timeline.Decision;
import io.cairn.reporting.timeline.Timeline.Dimension;
import io.cairn.reporting.timeline.Timeline.Point;
import io.cairn.reporting.timeline.Timeline.Transition;
import io.cairn.reporting.wording.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each period; behind what is said of the unit, five columns for each of its dimensions. */
@Component
class TimelineExport implements ExportableReport {
    private static final List<Column<Point>> OF_THE_UNIT = List.of(
            text("period", Point::period),
            column(Kind.DAY, "firstDay", it -> it.effective().from()),
            column(Kind.DAY, "lastDay", it -> it.effective().to()),
            column(Kind.TIME, "recorded", Point::recorded),
            column(Kind.WHOLE, "stageOrdinal", it -> Told.ordinal(it.stage())),
            text("stage", it -> Told.key(it.stage())),
            text("stageTitle", it -> Told.title(it.stage())),
            text("proposed", it -> Told.key(it.proposed())),
            text("undetermined", Point::undetermined),
            column(Kind.NUMBER, "score", Point::score),
            column(Kind.NUMBER, "max", Point::max),
            column(Kind.NUMBER, "coverage", Point::coverage),
            text("modelVersion", Point::modelVersion),
            text("assessment", Point::assessment),
            column(Kind.TRUTH, "reopened", Point::reopened),
            transition("from", it -> Told.key(it.from())),
            transition("direction", Transition::direction),
            transition("cause", Transition::cause),
            transition("skipped", it -> Told.keys(it.skipped())),
            column(
                    Kind.TRUTH,
                    "overridden",
                    it -> it.transition() == null ? null : it.transition().overridden()),
            decision(Kind.TEXT, "decision", Decision::kind),
            decision(Kind.TIME, "decidedAt", Decision::at),
            decision(Kind.TEXT, "decidedBy", Decision::decidedBy),
            decision(Kind.TEXT, "reason", it -> Told.words(it.reason())));

    private final Timelines timelines;

    TimelineExport(Timelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String path() {
        return "/api/v1/reports/timeline";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var timeline = timelines.answer(
                jdbc,
                tenant,
                new Timelines.Question(
                        Asked.unit("unit", Parameters.required(asked, "unit")),
                        Asked.model(Parameters.required(asked, "model")),
                        Asked.periodIfAny("from", asked.get("from")),
                        Asked.periodIfAny("to", asked.get("to")),
                        Asked.recordedAt(asked.get("recordedAt"))));
        return Table.of(columns(timeline), timeline.points());
    }

    private static List<Column<Point>> columns(Timeline timeline) {
        var titles = new LinkedHashMap<String, String>();
        for (var point : timeline.points())
            for (var dimension : point.dimensions()) titles.put(dimension.key(), dimension.title());
        var columns = new ArrayList<>(OF_THE_UNIT);
        titles.forEach((key, title) -> columns.addAll(List.of(
                dimension(Kind.NUMBER, key, "score", title, Dimension::score),
                dimension(Kind.NUMBER, key, "max", title, Dimension::max),
                dimension(Kind.TEXT, key, "stage", title, it -> Told.key(it.stage())),
                dimension(Kind.TEXT, key, "undetermined", title, Dimension::undetermined),
                dimension(Kind.NUMBER, key, "coverage", title, Dimension::coverage))));
        return columns;
    }

    private static Column<Point> dimension(
            Kind kind, String key, String figure, String title, Function<Dimension, @Nullable Object> value) {
        return new Column<>(
                key + "." + figure,
                kind,
                words -> title + " · " + words.say("column." + figure),
                point -> point.dimensions().stream()
                        .filter(it -> it.key().equals(key))
                        .findFirst()
                        .map(value)
                        .orElse(null));
    }

    private static Column<Point> transition(String key, Function<Transition, @Nullable Object> value) {
        return text(key, it -> it.transition() == null ? null : value.apply(it.transition()));
    }

    private static Column<Point> decision(Kind kind, String key, Function<Decision, @Nullable Object> value) {
        return column(kind, key, it -> it.decision() == null ? null : value.apply(it.decision()));
    }
}
