package io.cairn.reporting.pdf;

import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/**
 * What the parts of a page are (ISO 32000-1, 14.7 and 14.8): each text and chart is marked with its place in the tree of
 * the document, in the order in which it is to be read; all else, like lines and what stands below each page, as an
 * artifact.
 */
final class Tags {
    static final PdfName PARAGRAPH = new PdfName("P");
    static final PdfName TITLE = new PdfName("H1");
    static final PdfName HEADING = new PdfName("H2");
    static final PdfName TABLE = new PdfName("Table");
    static final PdfName ROW = new PdfName("TR");
    static final PdfName HEAD = new PdfName("TH");
    static final PdfName CELL = new PdfName("TD");

    private static final PdfName DOCUMENT = new PdfName("Document");
    private static final PdfName FIGURE = new PdfName("Figure");
    private static final PdfName ARTIFACT = new PdfName("Artifact");
    private static final PdfName ALTERNATE = new PdfName("Alt");

    private final PdfWriter writer;
    private final PdfStructureElement document;

    Tags(PdfWriter writer) {
        this.writer = writer;
        this.document = new PdfStructureElement(writer.getStructureTreeRoot(), DOCUMENT);
    }

    /** A part of the document. */
    record Tag(PdfStructureElement element) {}

    Tag below(PdfName role) {
        return new Tag(new PdfStructureElement(document, role));
    }

    Tag under(Tag parent, PdfName role) {
        return new Tag(new PdfStructureElement(parent.element(), role));
    }

    /** @param words what it shows, for those who do not see it */
    Tag figure(String words) {
        var tag = below(FIGURE);
        tag.element().put(ALTERNATE, new PdfString(words, PdfObject.TEXT_UNICODE));
        return tag;
    }

    void mark(Tag tag, Runnable writing) {
        var page = writer.getDirectContent();
        page.beginMarkedContentSequence(tag.element());
        writing.run();
        page.endMarkedContentSequence();
    }

    /** Not to be read. */
    void aside(Runnable writing) {
        aside(writer, writing);
    }

    static void aside(PdfWriter writer, Runnable writing) {
        var page = writer.getDirectContent();
        page.beginMarkedContentSequence(ARTIFACT);
        writing.run();
        page.endMarkedContentSequence();
    }
}
