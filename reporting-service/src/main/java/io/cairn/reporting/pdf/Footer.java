package io.cairn.reporting.pdf;

import io.cairn.reporting.chart.Colour;
import java.text.MessageFormat;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** What stands below each page; how many pages there are is known at the end, and written then. */
final class Footer extends PdfPageEventHelper {
    static final float SIZE = 7.5f;

    private final Fonts fonts;
    private final String foot;
    private final String page;
    private @Nullable PdfTemplate last;

    Footer(Fonts fonts, String foot, String page) {
        this.fonts = fonts;
        this.foot = foot;
        this.page = page;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        last = writer.getDirectContent().createTemplate(40, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var size = document.getPageSize();
        var words = new MessageFormat(page).format(new Object[] {writer.getPageNumber(), ""});
        var wide = fonts.of(false).getWidthPoint(words, SIZE);
        var x = size.getRight() - Paper.MARGIN - wide - 14;
        var pages = last;
        Tags.aside(writer, () -> {
            text(writer.getDirectContent(), foot, Paper.MARGIN);
            text(writer.getDirectContent(), words, x);
            if (pages != null) writer.getDirectContent().addTemplate(pages, x + wide, Paper.MARGIN - 14);
        });
    }

    private void text(PdfContentByte content, String text, float x) {
        content.beginText();
        content.setRGBColorFillF((float) Colour.QUIET.red(), (float) Colour.QUIET.green(), (float) Colour.QUIET.blue());
        content.setFontAndSize(fonts.of(false), SIZE);
        content.setTextMatrix(x, Paper.MARGIN - 14);
        content.showText(text);
        content.endText();
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        var pages = last;
        if (pages == null) return;
        pages.beginText();
        pages.setRGBColorFillF((float) Colour.QUIET.red(), (float) Colour.QUIET.green(), (float) Colour.QUIET.blue());
        pages.setFontAndSize(fonts.of(false), SIZE);
        pages.setTextMatrix(0, 0);
        pages.showText(Integer.toString(writer.getPageNumber() - 1));
        pages.endText();
    }
}
