package io.cairn.reporting.audit;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.AnswerValue;
import io.cairn.language.StageRef;
import io.cairn.reporting.known.Words;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Decisions as CSV, as {@link AuditCsv} writes answers. A stage is its key; what is no single value is JSON, as in the API. */
final class DecisionCsv {
    private final CSVPrinter printer;

    DecisionCsv(Writer out) throws IOException {
        printer = CSVFormat.RFC4180
                .builder()
                .setHeader(
                        "position",
                        "at",
                        "actor",
                        "channel",
                        "kind",
                        "unit",
                        "period",
                        "model",
                        "version",
                        "assessment",
                        "question",
                        "dimension",
                        "from",
                        "to",
                        "reason",
                        "eventId")
                .get()
                .print(out);
    }

    void print(AuditedDecision decision) throws IOException {
        printer.printRecord(
                decision.position(),
                decision.at(),
                AuditCsv.safe(decision.actor()),
                Words.of(decision.channel()),
                Words.of(decision.kind()),
                safe(decision.unit()),
                decision.period(),
                safe(decision.model()),
                decision.modelVersion(),
                decision.assessment(),
                safe(decision.question()),
                safe(decision.dimension()),
                said(decision.from()),
                said(decision.to()),
                AuditCsv.words(decision.reason()),
                decision.eventId());
    }

    void flush() throws IOException {
        printer.flush();
    }

    private static @Nullable String safe(@Nullable String text) {
        return text == null ? null : AuditCsv.safe(text);
    }

    private static @Nullable Object said(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case StageRef stage -> AuditCsv.safe(stage.key());
            case AnswerValue.Truth it -> it.value();
            case AnswerValue.Option it -> AuditCsv.safe(it.key());
            case AnswerValue.Quantity it -> it.value().toPlainString();
            case BigDecimal points -> points.toPlainString();
            case String text -> AuditCsv.safe(text);
            default -> CairnJson.mapper().writeValueAsString(value);
        };
    }
}
