package io.cairn.reporting.chart;

import io.cairn.reporting.chart.Shape.Anchor;
import io.cairn.reporting.chart.Step.Close;
import io.cairn.reporting.chart.Step.Curve;
import io.cairn.reporting.chart.Step.Line;
import io.cairn.reporting.chart.Step.Move;
import java.util.ArrayList;
import java.util.List;

/**
 * Where units went between two periods. Both sides are of the same height: every unit of the cohort leaves on the left
 * and arrives on the right.
 *
 * @param from, to places from the top down
 * @param left, right what the two sides are called
 */
public record Sankey(
        String title,
        String description,
        String left,
        String right,
        List<String> from,
        List<String> to,
        List<Flow> flows,
        Legend legend) {
    private static final double NAMES = 150;
    private static final double NODE = 10;
    private static final double GAP = 14;
    private static final double TOP = 26;
    private static final double HEIGHT = 210;

    /** What becomes of a unit on the way. */
    public enum Way {
        UP,
        SAME,
        DOWN,
        AWAY
    }

    /** @param from, to places on either side, 0 at the top */
    public record Flow(int from, int to, long units, Way way) {}

    public record Legend(String up, String same, String down, String away) {}

    public Drawing draw(double width) {
        var canvas = new Canvas();
        var all = flows.stream().mapToLong(Flow::units).sum();
        var places = Math.max(from.size(), to.size());
        var scale = all == 0 ? 0 : HEIGHT / all;
        var x1 = NAMES;
        var x2 = width - NAMES - NODE;
        var starts = tops(from.size(), true, scale);
        var ends = tops(to.size(), false, scale);
        canvas.text(x1 + NODE, 14, left, Anchor.END, true, Colour.INK);
        canvas.text(x2, 14, right, Anchor.START, true, Colour.INK);
        var outs = starts.clone();
        var ins = ends.clone();
        for (var flow : flows) {
            var height = flow.units() * scale;
            ribbon(canvas, x1 + NODE, outs[flow.from()], x2, ins[flow.to()], height, flow);
            outs[flow.from()] += height;
            ins[flow.to()] += height;
        }
        for (var i = 0; i < from.size(); i++) node(canvas, x1, starts[i], outs[i], from.get(i), units(i, true), true);
        for (var i = 0; i < to.size(); i++) node(canvas, x2, ends[i], ins[i], to.get(i), units(i, false), false);
        var bottom = TOP + HEIGHT + GAP * places;
        key(canvas, x1, bottom + 12);
        return canvas.drawing(width, bottom + 20, title, description);
    }

    private long units(int place, boolean out) {
        return flows.stream()
                .filter(it -> (out ? it.from() : it.to()) == place)
                .mapToLong(Flow::units)
                .sum();
    }

    private double[] tops(int size, boolean out, double scale) {
        var tops = new double[size];
        var y = TOP;
        for (var i = 0; i < size; i++) {
            tops[i] = y;
            y += units(i, out) * scale + GAP;
        }
        return tops;
    }

    private void ribbon(Canvas canvas, double x1, double y1, double x2, double y2, double height, Flow flow) {
        var bend = (x1 + x2) / 2;
        var steps = new ArrayList<Step>();
        steps.add(new Move(x1, y1));
        steps.add(new Curve(bend, y1, bend, y2, x2, y2));
        steps.add(new Line(x2, y2 + height));
        steps.add(new Curve(bend, y2 + height, bend, y1 + height, x1, y1 + height));
        steps.add(new Close());
        var note = from.get(flow.from()) + " → " + to.get(flow.to()) + ": " + flow.units();
        canvas.path(steps, colour(flow.way()), Stroke.of(Colour.PAPER, 0.5), note);
        if (height >= 9)
            canvas.small(x2 - 5, y2 + height / 2 + 3, sign(flow.way()) + flow.units(), Anchor.END, Colour.INK);
    }

    private static Colour colour(Way way) {
        return switch (way) {
            case UP -> Colour.UP.towards(Colour.PAPER, 0.5);
            case SAME -> Colour.FRAME;
            case DOWN -> Colour.DOWN.towards(Colour.PAPER, 0.45);
            case AWAY -> Colour.GRID;
        };
    }

    /** In words of arrows, for those who do not see the colours. */
    private static String sign(Way way) {
        return switch (way) {
            case UP -> "▲ ";
            case SAME -> "";
            case DOWN -> "▼ ";
            case AWAY -> "";
        };
    }

    private static void node(Canvas canvas, double x, double top, double bottom, String name, long units, boolean out) {
        canvas.box(
                x,
                top,
                NODE,
                Math.max(1, bottom - top),
                units == 0 ? Colour.FRAME : Colour.INK,
                null,
                name + ": " + units);
        var middle = (top + bottom) / 2 + 3;
        var count = " · " + units;
        var most = NAMES - 10 - TextWidth.of(count, Canvas.TEXT, false);
        var text = TextWidth.cut(name, Canvas.TEXT, false, most) + count;
        var colour = units == 0 ? Colour.QUIET : Colour.INK;
        if (out) canvas.text(x - 6, middle, text, Anchor.END, false, colour);
        else canvas.text(x + NODE + 6, middle, text, Anchor.START, false, colour);
    }

    private void key(Canvas canvas, double left, double y) {
        var x = left;
        for (var way : Way.values()) {
            var text = sign(way)
                    + switch (way) {
                        case UP -> legend.up();
                        case SAME -> legend.same();
                        case DOWN -> legend.down();
                        case AWAY -> legend.away();
                    };
            canvas.box(x, y - 8, 10, 10, colour(way), null, null);
            canvas.small(x + 14, y, text, Anchor.START, Colour.QUIET);
            x += TextWidth.of(text, Canvas.SMALL, false) + 30;
        }
    }
}
