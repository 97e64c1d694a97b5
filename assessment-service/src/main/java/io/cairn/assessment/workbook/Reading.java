package io.cairn.assessment.workbook;

import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.language.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From a row to the answer it gives. */
final class Reading {
    private Reading() {}

    /** A cell holds what cannot be an answer. */
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;

        private final Field field;

        Bad(Field field, String detail) {
            super(detail, null, false, false);
            this.field = field;
        }

        Fault in(Line line) {
            return new Fault(line.at(field), String.valueOf(getMessage()));
        }
    }

    /**
     * @param before the answer that the workbook was made with, and {@code told} how it told it: what stands in a cell
     *     untouched is what it was, whole
     */
    static RecordAnswers.Entry entry(Line line, Optional<Answer> before, Said told) throws Bad {
        var said = line.said();
        var was = before.orElse(null);
        var rationale = was != null && said.rationale().equals(told.rationale())
                ? was.rationale()
                : text(Field.RATIONALE, said.rationale());
        var evidence = was != null && said.evidence().equals(told.evidence()) ? was.evidence() : links(said.evidence());
        var response = response(said, was, told);
        var certainty = certainty(said.certainty());
        var answer = at(Field.EVIDENCE, () -> new Answer(response, rationale, evidence, certainty));
        return new RecordAnswers.Entry(line.question(), answer, text(Field.REASON, line.reason()), null);
    }

    /** Words without an answer would be lost; those that the workbook was made with are nobody's own. */
    static void mustSayNoMore(Line line, Said made) throws Bad {
        var said = line.said();
        if (!line.reason().isEmpty()
                || isNew(said.rationale(), made.rationale())
                || isNew(said.evidence(), made.evidence())
                || isNew(said.certainty(), made.certainty()))
            throw new Bad(Field.ANSWER, "it is empty, but the row says more");
    }

    private static boolean isNew(String cell, String made) {
        return !cell.isEmpty() && !cell.equals(made);
    }

    private static Response response(Said said, @Nullable Answer was, Said told) throws Bad {
        if (!said.answer().isEmpty() && !said.notApplicable().isEmpty())
            throw new Bad(
                    Field.NOT_APPLICABLE, "a row has an answer, or a reason why the question does not apply, not both");
        if (was != null
                && said.answer().equals(told.answer())
                && said.notApplicable().equals(told.notApplicable())) return was.response();
        if (said.answer().isEmpty())
            return new Response.NotApplicable(at(Field.NOT_APPLICABLE, () -> FreeText.of(said.notApplicable())));
        return new Response.Given(at(Field.ANSWER, () -> AnswerValue.of(said.answer())));
    }

    private static List<Evidence> links(String cell) throws Bad {
        var links = new ArrayList<Evidence>();
        for (var line : cell.lines().map(String::strip).toList()) {
            if (line.isEmpty()) continue;
            var parts = line.split("\\|", 2);
            var rest = parts.length < 2 ? "" : parts[1].strip();
            var dated = rest.split("\\|", 2);
            var expires = day(dated[0].strip());
            var title = expires == null ? rest : dated.length < 2 ? "" : dated[1].strip();
            links.add(at(
                    Field.EVIDENCE,
                    () -> new Evidence(parts[0].strip(), title.isEmpty() ? null : FreeText.of(title), expires)));
        }
        return links;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException title) {
            return null;
        }
    }

    private static @Nullable Integer certainty(String cell) throws Bad {
        if (cell.isEmpty()) return null;
        if (cell.length() == 1 && cell.charAt(0) >= '1' && cell.charAt(0) <= '5') return cell.charAt(0) - '0';
        throw new Bad(Field.CERTAINTY, "certainty is a whole number from 1 to 5");
    }

    private static @Nullable FreeText text(Field field, String cell) throws Bad {
        return cell.isEmpty() ? null : at(field, () -> FreeText.of(cell));
    }

    private static <T> T at(Field field, Supplier<T> made) throws Bad {
        try {
            return made.get();
        } catch (InvalidValue e) {
            throw new Bad(field, String.valueOf(e.getMessage()));
        }
    }
}
