package io.cairn.assessment.workbook;

import io.cairn.assessment.imports.CellText;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.language.Response;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scale;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the cells of a row tell it, each stripped and empty where there is nothing. What a spreadsheet cannot
 * hold (a number of forty digits, a text of more than 32,767 characters) is told as far as it goes; two answers are
 * compared as they are told, so that nothing changes that nobody touched.
 */
record Said(String answer, String notApplicable, String rationale, String evidence, String certainty) {
    static final Said NOTHING = new Said("", "", "", "", "");

    private static final int LONGEST_CELL = 32_767;

    static Said of(Optional<Answer> answer, Question question, Words words) {
        return answer.map(it -> of(it, question, words)).orElse(NOTHING);
    }

    static Said of(Answer answer, Question question, Words words) {
        var certainty = answer.certainty();
        return new Said(
                answer.response() instanceof Response.Given it ? shown(it.value(), question.scale(), words) : "",
                answer.response() instanceof Response.NotApplicable it ? text(it.reason()) : "",
                text(answer.rationale()),
                cell(answer.evidence().stream().map(Said::link).collect(Collectors.joining("\n"))),
                certainty == null ? "" : certainty.toString());
    }

    boolean isEmpty() {
        return answer.isEmpty() && notApplicable.isEmpty();
    }

    /** A value as people read it: yes or no, an option's or level's words, a number. */
    static String shown(AnswerValue value, Scale scale, Words words) {
        return switch (value) {
            case AnswerValue.Truth it -> words.say(it.value() ? "yes" : "no");
            case AnswerValue.Option it ->
                scale instanceof Scale.Choice choice
                        ? choice.options().stream()
                                .filter(option -> option.key().equals(it.key()))
                                .map(option -> named(option.label().in(words.language()), option.key(), value, scale))
                                .findFirst()
                                .orElse(it.key())
                        : it.key();
            case AnswerValue.Quantity it -> {
                var number = number(it.value());
                var level = it.value().intValue();
                yield scale instanceof Scale.Likert likert
                                && level >= 1
                                && level <= likert.labels().size()
                        ? named(likert.labels().get(level - 1).in(words.language()), number, value, scale)
                        : number;
            }
        };
    }

    /** As a cell holds a number. */
    static String number(BigDecimal value) {
        return CellText.plain(BigDecimal.valueOf(value.doubleValue()));
    }

    /** The words where they are understood again, else what always is. */
    private static String named(String words, String plain, AnswerValue value, Scale scale) {
        Function<String, Boolean> understood = it -> {
            try {
                return scale.accept(AnswerValue.of(it)).equals(value);
            } catch (InvalidValue ambiguous) {
                return false;
            }
        };
        return words.strip().equals(words) && understood.apply(words) ? words : plain;
    }

    private static String text(@Nullable FreeText text) {
        return switch (text) {
            case null -> "";
            case FreeText.Written it -> cell(it.words());
            case FreeText.Erased ignored -> "(erased)";
        };
    }

    private static String link(Evidence evidence) {
        var link = new StringBuilder(evidence.url());
        if (evidence.expires() != null) link.append(" | ").append(evidence.expires());
        var title = text(evidence.title()).replace('\n', ' ').strip();
        return title.isEmpty()
                ? link.toString()
                : link.append(" | ").append(title).toString();
    }

    /** As it comes back from a cell: without control characters, lines ended one way. */
    static String cell(String text) {
        var told = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c >= ' ' || c == '\n' || c == '\t')
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .limit(LONGEST_CELL / 2)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return told.toString().strip();
    }
}
