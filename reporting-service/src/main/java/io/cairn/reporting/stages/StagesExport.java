package io.cairn.reporting.stages;

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
import io.cairn.reporting.stages.UnitStage.Pending;
import io.cairn.reporting.wording.Language;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each unit, by its code. */
@Component
class StagesExport implements ExportableReport {
    private static final List<Column<UnitStage>> COLUMNS = List.of(
            text("unit", UnitStage::unit),
            text("name", UnitStage::name),
            text("parent", UnitStage::parent),
            text("state", UnitStage::state),
            text("period", UnitStage::period),
            column(Kind.WHOLE, "stageOrdinal", it -> Told.ordinal(it.stage())),
            text("stage", it -> Told.key(it.stage())),
            text("stageTitle", it -> Told.title(it.stage())),
            column(Kind.NUMBER, "score", UnitStage::score),
            column(Kind.NUMBER, "max", UnitStage::max),
            column(Kind.NUMBER, "coverage", UnitStage::coverage),
            text("modelVersion", UnitStage::modelVersion),
            column(Kind.TIME, "recorded", UnitStage::recorded),
            pending(Kind.TEXT, "pendingPeriod", Pending::period),
            pending(Kind.TEXT, "pendingStage", it -> Told.key(it.proposed())),
            pending(Kind.TEXT, "pendingUndetermined", Pending::undetermined),
            pending(Kind.TRUTH, "pendingReopened", Pending::reopened));

    private final Clock clock;

    StagesExport(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stages";
    }

    @Override
    public String path() {
        return "/api/v1/reports/stages";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var stages = Stages.of(
                jdbc,
                tenant,
                Asked.model(Parameters.required(asked, "model")),
                Asked.periodIfAny("period", asked.get("period")),
                Asked.recordedAt(asked.get("recordedAt")),
                Asked.unitIfAny("under", asked.get("under")),
                LocalDate.now(clock));
        return Table.of(COLUMNS, taker -> stages.each(jdbc, tenant, taker));
    }

    private static Column<UnitStage> pending(Kind kind, String key, Function<Pending, @Nullable Object> value) {
        return column(kind, key, it -> it.pending() == null ? null : value.apply(it.pending()));
    }
}
