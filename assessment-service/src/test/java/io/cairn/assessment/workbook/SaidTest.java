package io.cairn.assessment.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.AnswerValue;
import io.cairn.maturity.Scale;
import io.cairn.maturity.ShippedModels;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "nl"})
    void every_answer_of_every_shipped_question_is_understood_as_it_is_shown(String language) {
        var words = Words.in(List.of(language));
        for (var file : ShippedModels.all())
            for (var question : file.model().questions().values())
                answers(question.scale())
                        .forEach(value -> assertThat(question.scale()
                                        .accept(AnswerValue.of(Said.shown(value, question.scale(), words))))
                                .as("%s of %s", value, question.key())
                                .isEqualTo(value));
    }

    private static Stream<AnswerValue> answers(Scale scale) {
        return switch (scale) {
            case Scale.Truth ignored -> Stream.of(AnswerValue.of(true), AnswerValue.of(false));
            case Scale.Choice it -> it.options().stream().map(option -> AnswerValue.of(option.key()));
            case Scale.Likert it ->
                IntStream.rangeClosed(1, it.levels()).mapToObj(level -> AnswerValue.of((double) level));
            case Scale.Numeric it -> Stream.of(it.min(), it.max()).map(AnswerValue.Quantity::new);
            case Scale.Percent ignored -> Stream.of(0.0, 12.5, 100.0).map(AnswerValue::of);
        };
    }
}
