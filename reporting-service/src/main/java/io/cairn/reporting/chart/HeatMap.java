package io.cairn.reporting.chart;

import io.cairn.reporting.chart.Shape.Anchor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stage of each unit in each period. The darker the higher; the ordinal stands in the cell.
 *
 * @param more said below, where not all units are shown
 */
public record HeatMap(
        String title,
        String description,
        Scale scale,
        List<String> periods,
        List<Row> rows,
        String none,
        @Nullable String more) {
    private static final double NAMES = 170;
    private static final double CELL = 18;
    private static final double WIDEST = 54;

    /** @param stages of the periods; null where there is none */
    public record Row(String name, List<@Nullable Stage> stages) {}

    public Drawing draw(double width) {
        var canvas = new Canvas();
        var names = rows.stream()
                .mapToDouble(it -> TextWidth.of(it.name(), Canvas.TEXT, false))
                .max()
                .orElse(0);
        var left = Math.min(names, NAMES) + 10;
        var cell = Math.min(WIDEST, (width - left - 4) / Math.max(1, periods.size()));
        var widest = periods.stream()
                .mapToDouble(it -> TextWidth.of(it, Canvas.SMALL, false))
                .max()
                .orElse(0);
        var upright = widest + 4 > cell;
        var top = upright ? widest + 10 : 18;
        for (var i = 0; i < periods.size(); i++) {
            var middle = left + (i + 0.5) * cell;
            if (upright) canvas.upright(middle + 3, top - 5, periods.get(i), Colour.QUIET);
            else canvas.small(middle, top - 6, periods.get(i), Anchor.MIDDLE, Colour.QUIET);
        }
        for (var i = 0; i < rows.size(); i++) row(canvas, rows.get(i), left, top + i * CELL, cell);
        var bottom = top + rows.size() * CELL;
        if (more != null) {
            canvas.small(left, bottom + 12, more, Anchor.START, Colour.QUIET);
            bottom += 14;
        }
        return canvas.drawing(width, key(canvas, bottom + 20, width) + 6, title, description);
    }

    private void row(Canvas canvas, Row row, double left, double y, double cell) {
        canvas.fitted(left - 6, y + 12.5, row.name(), left - 8, Anchor.END, false, Colour.INK);
        for (var i = 0; i < row.stages().size(); i++) {
            var stage = row.stages().get(i);
            var x = left + i * cell;
            var note = row.name() + ", " + periods.get(i) + ": ";
            if (stage == null) {
                canvas.box(x + 0.5, y + 0.5, cell - 1, CELL - 1, null, Stroke.of(Colour.GRID, 0.6), note + none);
                canvas.small(x + cell / 2, y + 12, "–", Anchor.MIDDLE, Colour.QUIET);
                continue;
            }
            var colour = scale.colour(stage.ordinal());
            canvas.box(x + 0.5, y + 0.5, cell - 1, CELL - 1, colour, null, note + stage.title());
            canvas.small(x + cell / 2, y + 12, Integer.toString(stage.ordinal()), Anchor.MIDDLE, colour.inkOnIt());
        }
    }

    /** In as many lines as it takes. */
    private double key(Canvas canvas, double first, double width) {
        var x = 4.0;
        var y = first;
        for (var i = 0; i <= scale.size(); i++) {
            var ordinal = scale.first() + i;
            var last = i == scale.size();
            var text = last ? none : ordinal + " · " + scale.title(ordinal);
            var wide = TextWidth.of(text, Canvas.SMALL, false) + 26;
            if (x + wide > width && x > 4) {
                x = 4;
                y += 14;
            }
            canvas.box(x, y - 8, 10, 10, last ? null : scale.colour(ordinal), Stroke.of(Colour.FRAME, 0.6), null);
            canvas.small(x + 14, y, text, Anchor.START, Colour.QUIET);
            x += wide;
        }
        return y;
    }
}
