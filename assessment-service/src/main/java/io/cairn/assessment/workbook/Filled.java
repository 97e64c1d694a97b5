package io.cairn.assessment.workbook;

import java.util.List;
import java.util.UUID;

/**
 * What a workbook says.
 *
 * @param version the assessment had when the workbook was made
 * @param language of its own words
 */
record Filled(UUID assessment, long version, String language, List<Line> lines, List<Fault> faults) {
    Filled {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }
}
