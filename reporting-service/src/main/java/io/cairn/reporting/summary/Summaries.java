package io.cairn.reporting.summary;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.maturity.MaturityModel;
import io.cairn.reporting.definition.Definitions;
import io.cairn.reporting.difference.Differences;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.milestone.Milestones;
import io.cairn.reporting.past.PastAssessment;
import io.cairn.reporting.past.PastAssessments;
import io.cairn.reporting.point.StagePoints;
import io.cairn.reporting.wording.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what a summary is made of. */
@Component
public class Summaries {
    private static final String UNITS = """
            with recursive %s
            select code, name from reporting.unit_fact
            where tenant_id = :tenant and recorded_from <= :at and recorded_to > :at
                and (last_day is null or last_day >= :day)
                and (cast(:under as text) is null or code in (select code from subtree))
            order by code
            """.formatted(KnownUnits.SUBTREE);

    private final Differences differences;
    private final Definitions definitions;
    private final Clock clock;

    Summaries(Differences differences, Definitions definitions, Clock clock) {
        this.differences = differences;
        this.definitions = definitions;
        this.clock = clock;
    }

    /**
     * The sentences alone.
     *
     * @param unit the one they are about, or {@code under}: the top of the part of the tree; neither for the whole company
     * @param at as known then
     */
    public List<String> told(
            JdbcClient jdbc,
            TenantId tenant,
            ModelKey model,
            @Nullable UnitCode unit,
            @Nullable UnitCode under,
            Period period,
            Instant at,
            Language language) {
        var now = at.equals(io.cairn.reporting.request.Asked.NOW);
        var question = new Question(model, unit, under, period, now ? null : at, language.tag());
        return of(jdbc, tenant, question).sentences().stream()
                .map(Summary.Sentence::text)
                .toList();
    }

    /** A unit or a model that nobody knows is a 404. */
    Summary of(JdbcClient jdbc, TenantId tenant, Question question) {
        var unit = question.unit();
        var period = question.period();
        var recorded = question.recorded();
        KnownUnits.require(jdbc, tenant, unit);
        KnownUnits.require(jdbc, tenant, question.under());
        var asked = new Asked(
                question.model(),
                period == null ? TenantCalendar.of(jdbc, tenant).periodOf(LocalDate.now(clock)) : period,
                recorded,
                recorded == null ? io.cairn.reporting.request.Asked.NOW : recorded,
                question.language());
        return unit == null ? ofAll(jdbc, tenant, question.under(), asked) : ofUnit(jdbc, tenant, unit, asked);
    }

    /** @param recorded the time as of which to tell, null for now */
    private record Asked(
            ModelKey model, Period period, @Nullable Instant recorded, Instant at, String language) {}

    private Summary ofUnit(JdbcClient jdbc, TenantId tenant, UnitCode unit, Asked asked) {
        var known = KnownModel.require(jdbc, tenant, asked.model());
        var at = asked.at();
        var now = PastAssessments.latest(jdbc, tenant, unit, asked.model(), asked.period(), at)
                .filter(it -> it.period().equals(asked.period()));
        var before = before(jdbc, tenant, unit, asked);
        var first = differences.then(
                jdbc, tenant, before, before.map(it -> it.period()).orElse(asked.period()), asked.recorded(), at);
        var second = differences.then(jdbc, tenant, now, asked.period(), asked.recorded(), at);
        var order = PeriodOrder.of(asked.period());
        var code = unit.value();
        var telling = new Telling(asked.language());
        new UnitSummary(
                        telling,
                        name(jdbc, tenant, unit, at).orElse(code),
                        asked.period().toString(),
                        second.known() == null
                                ? latest(jdbc, tenant, known)
                                : second.known().model(),
                        first,
                        second,
                        differences.between(jdbc, tenant, unit, asked.model(), first, second),
                        Milestones.waiting(jdbc, tenant, List.of(code), known, order, order, at)
                                .get(Milestones.key(code, order)),
                        Milestones.of(jdbc, tenant, List.of(code), known, order, order, at)
                                .getOrDefault(code, List.of()))
                .tell();
        return new Summary(code, null, asked.model().value(), asked.period(), asked.language(), telling.sentences());
    }

    /** The assessment of the latest period before it in which a stage counted, as portfolios have it. */
    private static Optional<PastAssessment> before(JdbcClient jdbc, TenantId tenant, UnitCode unit, Asked asked) {
        var until = PeriodOrder.of(asked.period()) - 1;
        return StagePoints.of(jdbc, tenant, unit, asked.model(), Integer.MIN_VALUE, until, asked.at()).stream()
                .filter(it -> it.stage() != null)
                .reduce((first, second) -> second)
                .flatMap(it -> PastAssessments.latest(jdbc, tenant, unit, asked.model(), it.period(), asked.at())
                        .filter(assessment -> assessment.period().equals(it.period())));
    }

    private Summary ofAll(JdbcClient jdbc, TenantId tenant, @Nullable UnitCode under, Asked asked) {
        var known = KnownModel.require(jdbc, tenant, asked.model());
        var order = PeriodOrder.of(asked.period());
        var units = units(jdbc, tenant, under, asked);
        var telling = new Telling(asked.language());
        new PortfolioSummary(
                        telling,
                        latest(jdbc, tenant, known),
                        asked.period(),
                        units,
                        StagePoints.ofAll(
                                jdbc, tenant, units.keySet(), asked.model(), Integer.MIN_VALUE, order, asked.at()),
                        Milestones.of(jdbc, tenant, units.keySet(), known, order, order, asked.at()))
                .tell();
        return new Summary(
                null,
                under == null ? null : under.value(),
                asked.model().value(),
                asked.period(),
                asked.language(),
                telling.sentences());
    }

    /** Whose words tell what every version has. */
    private MaturityModel latest(JdbcClient jdbc, TenantId tenant, KnownModel known) {
        return definitions.of(
                jdbc, tenant, new ModelRef(known.key(), known.versions().lastKey()));
    }

    private static Map<String, String> units(JdbcClient jdbc, TenantId tenant, @Nullable UnitCode under, Asked asked) {
        var units = new LinkedHashMap<String, String>();
        jdbc.sql(UNITS)
                .param("tenant", tenant.value())
                .param("at", asked.at().atOffset(ZoneOffset.UTC))
                .param(
                        "day",
                        TenantCalendar.of(jdbc, tenant).days(asked.period()).from())
                .param("under", under == null ? null : under.value())
                .query((row, number) -> units.put(row.getString("code"), row.getString("name")))
                .list();
        return units;
    }

    private static Optional<String> name(JdbcClient jdbc, TenantId tenant, UnitCode unit, Instant at) {
        return jdbc.sql("""
                        select name from reporting.unit_fact
                        where tenant_id = :tenant and code = :unit and recorded_from <= :at and recorded_to > :at
                        """)
                .param("tenant", tenant.value())
                .param("unit", unit.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }
}
