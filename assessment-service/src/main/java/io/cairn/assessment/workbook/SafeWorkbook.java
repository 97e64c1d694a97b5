package io.cairn.assessment.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Opens a workbook from outside: what a small file unpacks to is measured before any of it is understood. */
final class SafeWorkbook {
    private static final long MOST_UNPACKED = 6L << 20;
    private static final int MOST_PARTS = 2_000;

    private SafeWorkbook() {}

    static XSSFWorkbook open(byte[] file) throws IOException, UnreadableWorkbook {
        measure(file);
        try {
            return new XSSFWorkbook(OPCPackage.open(new ByteArrayInputStream(file)));
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private static void measure(byte[] file) throws IOException, UnreadableWorkbook {
        var left = MOST_UNPACKED;
        var parts = 0;
        var chunk = new byte[64 * 1024];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                if (++parts > MOST_PARTS) throw new UnreadableWorkbook("it has more parts than any questionnaire");
                for (var read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
                    left -= read;
                    if (left < 0) throw new UnreadableWorkbook("it unpacks to more than any questionnaire");
                }
            }
        }
        if (parts == 0) throw new UnreadableWorkbook("it is not a workbook (.xlsx)");
    }
}
