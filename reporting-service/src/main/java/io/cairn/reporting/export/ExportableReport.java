package io.cairn.reporting.export;

import io.cairn.language.TenantId;
import io.cairn.reporting.wording.Language;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A report that can be had as a file. It lies beside the report itself; what that one asks for, who may read it and
 * which views it waits for holds for the file as well.
 */
public interface ExportableReport {
    /** As in {@code /exports/{name}}; the words know it as {@code report.name}. */
    String name();

    /** Where the report itself is to be had, as in {@code /api/v1/reports/stages}. */
    String path();

    /** What the report has as a part of its path, a file is asked for as a parameter: what that is called, by place. */
    default Map<String, String> places() {
        return Map.of();
    }

    /**
     * What is asked for, ready to be read. Rows are read while they are written, in this transaction.
     *
     * @param asked the query parameters of the report, as they stand there; only those it knows
     * @param language of titles
     * @throws io.cairn.platform.problem.ProblemException where they cannot be read, or ask for what nobody knows
     */
    Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language);
}
