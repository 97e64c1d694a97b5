package io.cairn.reporting.audit;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.AnswerValue;
import io.cairn.language.FreeText;
import io.cairn.reporting.known.Words;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Changes as CSV after RFC 4180. A value is bare; that a question does not apply is JSON, as in the API. A text that
 * a spreadsheet would take for a formula begins with an apostrophe.
 */
final class AuditCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private final CSVPrinter printer;

    AuditCsv(Writer out) throws IOException {
        printer = CSVFormat.RFC4180
                .builder()
                .setHeader(
                        "position",
                        "at",
                        "actor",
                        "channel",
                        "unit",
                        "period",
                        "model",
                        "version",
                        "assessment",
                        "question",
                        "kind",
                        "from",
                        "to",
                        "reason",
                        "rationale",
                        "eventId",
                        "respondent")
                .get()
                .print(out);
    }

    void print(AuditedChange change) throws IOException {
        printer.printRecord(
                change.position(),
                change.at(),
                safe(change.actor()),
                Words.of(change.channel()),
                safe(change.unit()),
                change.period(),
                safe(change.model().key().value()),
                change.model().version(),
                change.assessment(),
                safe(change.question()),
                Words.of(change.kind()),
                said(change.from()),
                said(change.to()),
                words(change.reason()),
                words(change.rationale()),
                change.eventId(),
                change.respondent() == null ? null : safe(change.respondent().value()));
    }

    void flush() throws IOException {
        printer.flush();
    }

    private static @Nullable Object said(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case AnswerValue.Truth it -> it.value();
            case AnswerValue.Option it -> safe(it.key());
            case AnswerValue.Quantity it -> it.value().toPlainString();
            case BigDecimal points -> points.toPlainString();
            default -> CairnJson.mapper().writeValueAsString(value);
        };
    }

    static @Nullable String words(@Nullable FreeText text) {
        return switch (text) {
            case null -> null;
            case FreeText.Written it -> safe(it.words());
            case FreeText.Erased ignored -> "(erased)";
        };
    }

    static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
