package io.cairn.reporting.pdf;

import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;

/** ISO 216. */
public enum Paper {
    A4(PageSize.A4),
    A4_ACROSS(PageSize.A4.rotate()),
    A3_ACROSS(PageSize.A3.rotate());

    static final float MARGIN = 48;

    private final Rectangle size;

    Paper(Rectangle size) {
        this.size = size;
    }

    Rectangle size() {
        return size;
    }

    /** Between the margins, in points. */
    public double width() {
        return size.getWidth() - 2 * MARGIN;
    }
}
