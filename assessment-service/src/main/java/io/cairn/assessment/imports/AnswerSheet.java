package io.cairn.assessment.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The first sheet of a workbook (Office Open XML), read row by row. Its texts that are there several times lie in a
 * table of their own, which must fit into memory; whoever has more of them sends a CSV file.
 */
final class AnswerSheet implements AnswerRows {
    private static final long MOST_OF_A_PART = 96L << 20;
    private static final long MOST_OF_A_SHEET = 2L << 30;

    private final SeekableByteChannel file;

    AnswerSheet(SeekableByteChannel file) {
        this.file = file;
    }

    @Override
    public void read(Rows rows) throws BrokenFile, IOException, SQLException {
        try (var zip = ZipFile.builder().setSeekableByteChannel(file).get()) {
            measure(zip);
            try (var workbook = OPCPackage.open(new ZipFileZipEntrySource(zip))) {
                read(workbook, rows);
            }
        } catch (SheetRows.Stopped stopped) {
            throw stopped.reason();
        } catch (SAXException | OpenXML4JException | POIXMLException | IllegalArgumentException | IOException e) {
            throw new BrokenFile(new BadRow(1, null, "the file is not a workbook (.xlsx) that can be read"));
        }
    }

    /** What a small file unpacks to, before any of it is kept. */
    private static void measure(ZipFile zip) throws IOException, BrokenFile {
        var chunk = new byte[64 * 1024];
        for (var entry : Collections.list(zip.getEntries()))
            try (var part = zip.getInputStream(entry)) {
                var isSheet = entry.getName().contains("worksheets/");
                var left = isSheet ? MOST_OF_A_SHEET : MOST_OF_A_PART;
                for (var read = part.read(chunk); read >= 0; read = part.read(chunk)) {
                    left -= read;
                    if (left < 0)
                        throw new BrokenFile(
                                new BadRow(1, null, "the workbook unpacks to more than can be read; send it as CSV"));
                }
            }
    }

    private static void read(OPCPackage workbook, Rows rows)
            throws IOException, SAXException, OpenXML4JException, SQLException, BrokenFile {
        var reader = new XSSFReader(workbook);
        var texts = new ReadOnlySharedStringsTable(workbook, false);
        var sheets = reader.getSheetsData();
        if (!sheets.hasNext()) throw new BrokenFile(new BadRow(1, null, "the file has no sheet"));
        try (InputStream sheet = sheets.next()) {
            var cells = new SheetRows(texts, reader.getStylesTable(), countsFrom1904(reader), rows);
            parse(sheet, cells);
            cells.ended();
        } catch (SheetRows.Failed failed) {
            throw failed.reason();
        }
    }

    /** As its properties say (ECMA-376, part 1, 18.2.28). */
    private static boolean countsFrom1904(XSSFReader reader) throws IOException, SAXException, OpenXML4JException {
        var from1904 = new AtomicBoolean();
        try (InputStream workbook = reader.getWorkbookData()) {
            parse(workbook, new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, Attributes attributes) {
                    var told = attributes.getValue("date1904");
                    if (name.equals("workbookPr")) from1904.set("1".equals(told) || "true".equals(told));
                }
            });
        }
        return from1904.get();
    }

    private static void parse(InputStream part, ContentHandler handler) throws IOException, SAXException {
        try {
            var xml = XMLHelper.newXMLReader();
            xml.setContentHandler(handler);
            xml.parse(new InputSource(part));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
