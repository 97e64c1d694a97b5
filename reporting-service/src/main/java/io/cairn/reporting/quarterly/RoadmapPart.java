package io.cairn.reporting.quarterly;

import io.cairn.language.FreeText;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.pdf.Book;
import io.cairn.reporting.plan.Plans;
import java.util.ArrayList;
import java.util.List;

/** Actions and who sees to them. */
record RoadmapPart(Quarter quarter, People people) {

    /** @param units whether they are of several, each to be named */
    void write(Book book, List<Plans.Action> actions, boolean units) {
        var words = quarter.words();
        book.heading(words.say("quarterly.roadmap"));
        if (actions.isEmpty()) {
            book.quiet(words.say("quarterly.roadmap-none"));
            return;
        }
        var headings = new ArrayList<>(List.of(
                words.say("quarterly.action"),
                words.say("quarterly.owner"),
                words.say("quarterly.due"),
                words.say("quarterly.status")));
        if (units) headings.addFirst(words.say("column.unit"));
        var widths = units ? new double[] {1.6, 4.4, 2, 1.2, 1.4} : new double[] {5, 2.2, 1.2, 1.4};
        book.table(
                new Book.Grid(headings, widths, new boolean[headings.size()], 8.5),
                actions.stream().map(it -> row(it, units)).toList());
    }

    private List<String> row(Plans.Action action, boolean units) {
        var row = new ArrayList<String>();
        if (units) row.add(action.unit());
        row.add(title(action.title()));
        row.add(action.owner() == null ? "–" : people.name(action.owner().value()));
        row.add(action.due());
        row.add(quarter.words().say("quarterly.status." + action.status()));
        return row;
    }

    private static String title(FreeText text) {
        return switch (text) {
            case FreeText.Written it -> it.words();
            case FreeText.Erased ignored -> Told.ERASED;
        };
    }
}
