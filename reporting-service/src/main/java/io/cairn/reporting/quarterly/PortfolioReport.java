package io.cairn.reporting.quarterly;

import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.movement.Movement;
import io.cairn.reporting.movement.Movements;
import io.cairn.reporting.pdf.Book;
import io.cairn.reporting.pdf.Book.Figure;
import io.cairn.reporting.picture.Pictures;
import io.cairn.reporting.picture.UnitGrid;
import io.cairn.reporting.plan.Plans;
import io.cairn.reporting.rollup.RollUp.Node;
import io.cairn.reporting.rollup.RollUps;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The quarter of a unit and all below it, or of the whole company.
 *
 * @param told of the period in words, as in the summary
 * @param movement from the period before
 * @param changes how many answers were changed in the period's assessments, by unit; those with most first
 */
record PortfolioReport(
        Quarter quarter,
        String company,
        String name,
        List<String> told,
        Node node,
        UnitGrid grid,
        Movement movement,
        List<Plans.Action> actions,
        List<Changed> changes,
        People people) {
    private static final int MOST_ACTIONS = 40;
    private static final int MOST_UNITS = 20;
    private static final int PERIODS = 12;

    private record Changed(String unit, long recorded, long changed, long others) {}

    static PortfolioReport read(
            JdbcClient jdbc,
            Quarter quarter,
            List<String> told,
            @Nullable UnitCode under,
            RollUps rollUps,
            Plans plans) {
        var tenant = quarter.tenant();
        var key = quarter.model().key();
        var node = rollUps.all(jdbc, tenant, new RollUps.Question(key, quarter.period(), under, quarter.at()));
        var first = quarter.period();
        for (var i = 1; i < PERIODS; i++) if (first.year() > Period.FIRST_YEAR) first = first.previous();
        var grid = UnitGrid.read(
                jdbc,
                tenant,
                new UnitGrid.Question(
                        key,
                        PeriodOrder.startOf(first),
                        PeriodOrder.endOf(quarter.period()),
                        under,
                        quarter.days().to(),
                        quarter.at()));
        var movement = Movements.answer(
                jdbc,
                tenant,
                new Movements.Question(key, quarter.period().previous(), quarter.period(), under, quarter.at()));
        var since = PeriodOrder.startOf(quarter.period());
        var actions = plans.actions(jdbc, tenant, under, false, key, since, quarter.at(), MOST_ACTIONS);
        var actors = new LinkedHashSet<String>();
        for (var action : actions)
            if (action.owner() != null) actors.add(action.owner().value());
        return new PortfolioReport(
                quarter,
                quarter.companyName(jdbc),
                under == null ? quarter.words().say("quarterly.company") : quarter.unitName(jdbc, under),
                told,
                node,
                grid,
                movement,
                actions,
                changes(jdbc, quarter, under),
                People.of(jdbc, tenant, actors));
    }

    private static List<Changed> changes(JdbcClient jdbc, Quarter quarter, @Nullable UnitCode under) {
        return jdbc.sql("""
                        with recursive %s
                        select a.unit_code, count(*) filter (where c.kind = 'recorded') as recorded,
                            count(*) filter (where c.kind = 'changed') as changed,
                            count(*) filter (where c.kind not in ('recorded', 'changed')) as others
                        from reporting.answer_change c
                        join reporting.assessment a on a.tenant_id = c.tenant_id and a.assessment_id = c.assessment_id
                        where c.tenant_id = :tenant and a.tenant_id = :tenant and a.model_key = :model
                            and a.period_order = :period and c.recorded_at <= :at
                            and (cast(:under as text) is null or a.unit_code in (select code from subtree))
                        group by a.unit_code
                        order by changed desc, others desc, recorded desc, a.unit_code
                        limit :most
                        """.formatted(KnownUnits.SUBTREE))
                .param("tenant", quarter.tenant().value())
                .param("model", quarter.model().key().value())
                .param("period", PeriodOrder.of(quarter.period()))
                .param("at", quarter.at().atOffset(ZoneOffset.UTC))
                .param("under", under == null ? null : under.value())
                .param("most", MOST_UNITS)
                .query((row, number) -> new Changed(
                        row.getString("unit_code"),
                        row.getLong("recorded"),
                        row.getLong("changed"),
                        row.getLong("others")))
                .list();
    }

    void write(Book book, double width) {
        var words = quarter.words();
        book.kicker(company + " · " + quarter.modelTitle());
        book.title(name);
        book.paragraph(quarter.line());
        book.quiet(quarter.known());
        book.figures(List.of(
                new Figure(words.say("quarterly.units"), Long.toString(node.units()), null),
                new Figure(
                        words.say("quarterly.staged"),
                        Long.toString(node.staged()),
                        words.say("quarterly.of-period", node.ofPeriod())),
                new Figure(words.say("chart.none"), Long.toString(node.noStage()), null),
                new Figure(words.say("chart.not-assessed"), Long.toString(node.notAssessed()), null)));
        book.heading(words.say("quarterly.moved"));
        for (var sentence : told) book.paragraph(sentence);
        var pictures = new Pictures(quarter.model(), words, width);
        book.chart(
                words.say("quarterly.distribution"),
                pictures.stages(node, quarter.period().toString()));
        if (!grid.periods().isEmpty()) book.chart(words.say("quarterly.heat-map"), pictures.heatMap(grid));
        if (movement.cohort() > 0)
            book.chart(words.say("quarterly.movement", movement.from(), movement.to()), pictures.movement(movement));
        new RoadmapPart(quarter, people).write(book, actions, true);
        changes(book);
    }

    private void changes(Book book) {
        var words = quarter.words();
        book.heading(words.say("quarterly.changes"));
        if (changes.isEmpty()) {
            book.quiet(words.say("quarterly.changes-none"));
            return;
        }
        book.table(
                new Book.Grid(
                        List.of(
                                words.say("column.unit"),
                                words.say("quarterly.kind.recorded"),
                                words.say("quarterly.kind.changed"),
                                words.say("quarterly.kind.others")),
                        new double[] {4, 1.5, 1.5, 1.5},
                        new boolean[] {false, true, true, true},
                        8.5),
                changes.stream()
                        .map(it -> List.of(
                                it.unit(),
                                Long.toString(it.recorded()),
                                Long.toString(it.changed()),
                                Long.toString(it.others())))
                        .toList());
    }
}
