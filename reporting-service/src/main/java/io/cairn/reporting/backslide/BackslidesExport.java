package io.cairn.reporting.backslide;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.language.TenantId;
import io.cairn.reporting.backslide.Backslide.Change;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.wording.Language;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each fall, in the order of periods, then units. */
@Component
class BackslidesExport implements ExportableReport {
    private static final int AT_ONCE = 200;

    private static final List<Column<Backslide>> COLUMNS = List.of(
            text("unit", Backslide::unit),
            text("fromPeriod", it -> it.from().period()),
            text("from", it -> it.from().stage().key()),
            text("fromTitle", it -> it.from().stage().title()),
            text("fromVersion", it -> it.from().modelVersion()),
            text("toPeriod", it -> it.to().period()),
            text("to", it -> it.to().stage().key()),
            text("toTitle", it -> it.to().stage().title()),
            text("toVersion", it -> it.to().modelVersion()),
            text("cause", Backslide::cause),
            change("change", Change::total),
            change("changeOfAnswers", Change::answers),
            change("changeOfScope", Change::scope),
            change("changeOfEvidence", Change::evidence),
            change("changeOfVersion", Change::newVersion),
            change("changeUnexplained", Change::rest),
            column(Kind.TRUTH, "corrected", Backslide::corrected),
            column(Kind.TRUTH, "overridden", Backslide::overridden),
            text("decidedBy", Backslide::decidedBy),
            column(Kind.TIME, "decidedAt", Backslide::decidedAt),
            text("reason", it -> Told.words(it.reason())),
            column(Kind.TRUTH, "material", it -> it.materiality().material()),
            column(Kind.NUMBER, "ratio", it -> it.materiality().ratio()),
            text("undefined", it -> it.materiality().undefined()));

    private final Backslides backslides;

    BackslidesExport(Backslides backslides) {
        this.backslides = backslides;
    }

    @Override
    public String name() {
        return "backslides";
    }

    @Override
    public String path() {
        return "/api/v1/reports/backslides";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var scope = Scope.asked(
                Parameters.required(asked, "model"),
                asked.get("under"),
                asked.get("from"),
                asked.get("to"),
                asked.get("recordedAt"));
        var first = backslides.read(jdbc, tenant, scope, null, AT_ONCE);
        return Table.of(COLUMNS, taker -> {
            var some = first;
            while (true) {
                for (var backslide : some) taker.take(backslide);
                if (some.size() < AT_ONCE) return;
                some = backslides.read(jdbc, tenant, scope, Backslides.key(some.getLast()), AT_ONCE);
            }
        });
    }

    private static Column<Backslide> change(String key, Function<Change, @Nullable Object> value) {
        return column(Kind.NUMBER, key, it -> it.change() == null ? null : value.apply(it.change()));
    }
}
