package io.cairn.reporting.pdf;

import io.cairn.reporting.chart.Colour;
import io.cairn.reporting.chart.Drawing;
import io.cairn.reporting.chart.Shape;
import io.cairn.reporting.chart.Shape.Label;
import io.cairn.reporting.chart.Shape.Path;
import io.cairn.reporting.chart.Step;
import io.cairn.reporting.chart.Step.Close;
import io.cairn.reporting.chart.Step.Curve;
import io.cairn.reporting.chart.Step.Line;
import io.cairn.reporting.chart.Step.Move;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * Draws shapes on a page.
 *
 * @param left, top where the drawing's upper left corner goes, from the page's lower left
 */
record Pen(PdfContentByte page, Fonts fonts, double left, double top, double scale) {
    void draw(Drawing drawing) {
        page.saveState();
        for (var shape : drawing.shapes()) draw(shape);
        page.restoreState();
    }

    private void draw(Shape shape) {
        switch (shape) {
            case Path path -> draw(path);
            case Label label -> draw(label);
        }
    }

    private void draw(Path path) {
        var fill = path.fill();
        var stroke = path.stroke();
        if (fill == null && stroke == null) return;
        if (fill != null) page.setRGBColorFillF((float) fill.red(), (float) fill.green(), (float) fill.blue());
        if (stroke != null) {
            var colour = stroke.colour();
            page.setRGBColorStrokeF((float) colour.red(), (float) colour.green(), (float) colour.blue());
            page.setLineWidth((float) (stroke.width() * scale));
            if (stroke.dash() > 0) page.setLineDash((float) (stroke.dash() * scale), 0);
            else page.setLineDash(0);
        }
        for (var step : path.steps()) follow(step);
        if (fill != null && stroke != null) page.fillStroke();
        else if (fill != null) page.fill();
        else page.stroke();
    }

    private void follow(Step step) {
        switch (step) {
            case Move it -> page.moveTo(x(it.x()), y(it.y()));
            case Line it -> page.lineTo(x(it.x()), y(it.y()));
            case Curve it -> page.curveTo(x(it.x1()), y(it.y1()), x(it.x2()), y(it.y2()), x(it.x()), y(it.y()));
            case Close ignored -> page.closePath();
        }
    }

    private void draw(Label label) {
        var font = fonts.of(label.bold());
        var size = (float) (label.size() * scale);
        var text = fonts.shown(label.text());
        var back = switch (label.anchor()) {
            case START -> 0f;
            case MIDDLE -> font.getWidthPoint(text, size) / 2;
            case END -> font.getWidthPoint(text, size);
        };
        ink(label.colour());
        page.beginText();
        page.setFontAndSize(font, size);
        if (label.upright()) page.setTextMatrix(0, 1, -1, 0, x(label.x()), y(label.y()) - back);
        else page.setTextMatrix(1, 0, 0, 1, x(label.x()) - back, y(label.y()));
        page.showText(text);
        page.endText();
    }

    private void ink(Colour colour) {
        page.setRGBColorFillF((float) colour.red(), (float) colour.green(), (float) colour.blue());
    }

    private float x(double x) {
        return (float) (left + x * scale);
    }

    private float y(double y) {
        return (float) (top - y * scale);
    }
}
