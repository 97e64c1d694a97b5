package io.cairn.assessment.imports;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.DateUtil;

/** What a spreadsheet's numbers say, which are numbers, shares or days by their format only. */
public final class CellText {
    private CellText() {}

    /** 0.75 shown as a percentage is 75; a day is 2027-03-31, a time 2027-03-31T12:00:00Z, taken as UTC. */
    public static String of(double value, int formatIndex, String format, boolean from1904) {
        if (DateUtil.isValidExcelDate(value) && DateUtil.isADateFormat(formatIndex, format)) {
            var time = DateUtil.getLocalDateTime(value, from1904);
            if (time != null)
                return time.toLocalTime().toSecondOfDay() == 0
                        ? time.toLocalDate().toString()
                        : time + "Z";
        }
        var number = BigDecimal.valueOf(value);
        return plain(format.contains("%") ? number.movePointRight(2) : number);
    }

    /** 0.5, 1200, without an exponent. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
