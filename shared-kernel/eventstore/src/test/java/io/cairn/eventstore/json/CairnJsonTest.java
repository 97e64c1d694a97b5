package io.cairn.eventstore.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Cadence;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.TenantSettings;
import io.cairn.language.UnitCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class CairnJsonTest {
    private static final JsonMapper MAPPER = CairnJson.mapper();

    record Line(UnitCode code, String name, int count, List<Answer> answers) {}

    record Loose(
            @Nullable String text,
            @Nullable Double number,
            @Nullable BigDecimal decimal,
            @Nullable Boolean flag,
            @Nullable Integer whole,
            @Nullable Long length,
            @Nullable UUID id,
            @Nullable LocalDate day,
            @Nullable Cadence cadence,
            @Nullable Period period,
            @Nullable ModelRef model,
            @Nullable FreeText words,
            @Nullable AnswerValue value,
            @Nullable List<Loose> inner,
            @Nullable Map<String, String> map) {}

    @Test
    void words_of_the_language_are_plain_texts() {
        assertThat(MAPPER.writeValueAsString(ModelRef.of("egdi", "1.0.0")))
                .isEqualTo("{\"key\":\"egdi\",\"version\":\"1.0.0\"}");
        assertThat(MAPPER.writeValueAsString(Cadence.HALF_YEARLY)).isEqualTo("\"half-yearly\"");
        assertThat(MAPPER.readValue("\"half-yearly\"", Cadence.class)).isEqualTo(Cadence.HALF_YEARLY);
        assertThat(MAPPER.writeValueAsString(Period.parse("2026-H2"))).isEqualTo("\"2026-H2\"");
    }

    @Test
    void an_answer_is_its_value_with_what_goes_along() {
        var text = "{\"value\":0.6,\"rationale\":\"so\",\"evidence\":"
                + "[{\"url\":\"https://a.example\",\"title\":\"t\",\"expires\":\"2027-01-31\"}],\"certainty\":4}";
        var answer = MAPPER.readValue(text, Answer.class);
        assertThat(answer)
                .isEqualTo(new Answer(
                        Answer.of(AnswerValue.of(0.6)).response(),
                        FreeText.of("so"),
                        List.of(new Evidence("https://a.example", FreeText.of("t"), LocalDate.of(2027, 1, 31))),
                        4));
        assertThat(MAPPER.writeValueAsString(answer)).isEqualTo(text);
        assertThat(MAPPER.readValue("{\"notApplicable\":{\"reason\":\"no shop\"}}", Answer.class))
                .isEqualTo(Answer.notApplicable("no shop"));
    }

    @Test
    void erased_words_say_so() {
        assertThat(MAPPER.writeValueAsString(new FreeText.Erased())).isEqualTo("\"(erased)\"");
    }

    @Test
    void a_large_exponent_is_written_as_digits() {
        assertThat(MAPPER.writeValueAsString(MAPPER.readValue("1e20", AnswerValue.class)))
                .isEqualTo("100000000000000000000");
    }

    @Test
    void an_absent_list_is_empty() {
        assertThat(MAPPER.readValue("{\"code\":\"A\",\"name\":\"a\",\"count\":1}", Line.class))
                .isEqualTo(new Line(new UnitCode("A"), "a", 1, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"code":"A","name":"a","count":1,"x":1}                                        | /x     | there is no such field
                    {"code":"A","name":"a","name":"b","count":1}                                   |        | a field stands twice in the same object
                    {"code":"A","count":1}                                                         | /name  | is missing
                    {"code":"A","name":null,"count":1}                                             | /name  | must not be null
                    {"code":"A","name":"a"}                                                        | /count | is missing
                    {"code":"A","name":"a","count":null}                                           | /count | must not be null
                    {"code":"A","name":"a","count":1.5}                                            | /count | must be a whole number
                    {"code":"A","name":"a","count":99999999999}                                    | /count | *
                    {"code":"A","name":"a","count":"1"}                                            | /count | must be a whole number
                    {"code":"A","name":"a","count":""}                                             | /count | must be a whole number
                    {"code":"A","name":7,"count":1}                                                | /name  | must be a text
                    {"code":"A","name":true,"count":1}                                             | /name  | must be a text
                    {"code":"A","name":["a"],"count":1}                                            | /name  | must be a text
                    {"code":7,"name":"a","count":1}                                                | /code  | must be a text
                    {"code":"-","name":"a","count":1}                                              | /code  | unit code may hold letters, digits, dot, dash and underscore only, and starts with a letter or digit
                    {"code":"A","name":"a\\u0000b","count":1}                                      | /name  | the text contains a NUL character
                    {"code":"A","name":"a\\ud800","count":1}                                       | /name  | the text contains a lone surrogate
                    {"code":"A","name":"a","count":1,"answers":{}}                                 | /answers | must be a list
                    {"code":"A","name":"a","count":1,"answers":[{"value":true},{"value":[]}]}      | /answers/1/value | must be a boolean, text or number
                    {"code":"A","name":"a","count":1,"answers":[{"value":1e400}]}                  | /answers/0/value | a number may have 40 digits at most
                    {"code":"A","name":"a","count":1,"answers":[{"value":1,"certainty":6}]}        | /answers/0 | certainty is between 1 and 5
                    {"code":"A","name":"a","count":1,"answers":[{}]}                               | /answers/0 | an answer has either a value or notApplicable
                    {"code":"A","name":"a","count":1,"answers":[{"value":1,"evidence":[{"url":"ftp://x"}]}]} | /answers/0/evidence/0 | an evidence link starts with https:// or http://
                    {"code":"A","name":"a","count":1,"answers":[{"value":1,"rationale":""}]}       | /answers/0/rationale | a text is empty
                    {"code":"A","name":"a","count":1,"answers":[{"value":1,"rationale":"\\u0000"}]}       | /answers/0/rationale | a text contains a NUL character
                    {"code":"A","name":"a","count":1,"answers":[{"value":1,"weight":2}]}           | /answers/0/weight | there is no such field
                    {"code":"A","name":"a","count":1} {}                                           |        | something follows the end of the document
                    {"code":"A","name":"a","count":1                                               |        | *
                    {"code":"A",}                                                                  |        | *
                    []                                                                             |        | must be an object
                    "x"                                                                            |        | must be an object
                    """)
    void a_bad_line_is_refused_where_it_is_bad(String json, @Nullable String pointer, String detail) {
        var fault = fault(json, Line.class);
        assertThat(fault.pointer()).isEqualTo(pointer == null ? "" : pointer);
        if (!detail.equals("*")) assertThat(fault.detail()).isEqualTo(detail);
        assertThat(fault.detail()).doesNotContain("io.cairn", "java.", "tools.jackson", "Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"number":1e400}              | /number  | the number is too large
                    {"number":"1"}                | /number  | must be a number
                    {"number":true}               | /number  | must be a number
                    {"number":NaN}                | *        | *
                    {"decimal":1e999999999}       | /decimal | a number may have 40 digits at most
                    {"decimal":"1"}               | /decimal | must be a number
                    {"flag":1}                    | /flag    | must be true or false
                    {"flag":"true"}               | /flag    | must be true or false
                    {"flag":""}                   | /flag    | must be true or false
                    {"whole":1.0}                 | /whole   | must be a whole number
                    {"whole":true}                | /whole   | must be a whole number
                    {"length":"5"}                | /length  | must be a whole number
                    {"id":"1"}                    | /id      | an id is a UUID
                    {"id":""}                     | /id      | an id is a UUID
                    {"id":5}                      | /id      | must be a text
                    {"day":"2026-02-30"}          | /day     | a date has the form 2026-12-31
                    {"day":20260230}              | /day     | must be a text
                    {"day":[2026,2,3]}            | /day     | must be a text
                    {"day":""}                    | /day     | a date has the form 2026-12-31
                    {"cadence":"weekly"}          | /cadence | must be one of quarterly, half-yearly, yearly
                    {"cadence":"QUARTERLY"}       | /cadence | must be one of quarterly, half-yearly, yearly
                    {"cadence":0}                 | /cadence | must be one of quarterly, half-yearly, yearly
                    {"cadence":""}                | /cadence | must be one of quarterly, half-yearly, yearly
                    {"period":"2026-Q5"}          | /period  | there is no Q5 in a year
                    {"period":2026}               | /period  | must be a text
                    {"model":"egdi 1.0.0"}        | /model   | must be an object
                    {"model":""}                  | /model   | must be an object
                    {"model":{"key":"egdi","version":"1"}} | /model/version | a model version has the form 1.0.0
                    {"inner":[{"text":"a"},{"text":1}]}    | /inner/1/text  | must be a text
                    {"inner":""}                  | /inner   | must be a list
                    {"map":{"a/b~":1}}            | /map/a~1b~0 | must be a text
                    {"map":{"\\ud800":"x"}}       | *        | *
                    """)
    void nothing_is_bent_into_another_type(String json, String pointer, String detail) {
        var fault = fault(json, Loose.class);
        if (!pointer.equals("*")) assertThat(fault.pointer()).isEqualTo(pointer);
        if (!detail.equals("*")) assertThat(fault.detail()).isEqualTo(detail);
    }

    @Test
    void depth_and_length_are_bounded() {
        assertThat(fault("{\"inner\":[".repeat(60) + "]}".repeat(60), Loose.class)
                        .detail())
                .contains("nested too deeply");
        assertThat(fault("{\"text\":\"" + "x".repeat(100_001) + "\"}", Loose.class)
                        .detail())
                .contains("too long");
        assertThat(fault("{\"decimal\":" + "1".repeat(101) + "}", Loose.class).detail())
                .contains("too long");
        assertThat(fault("", Loose.class).detail()).isEqualTo("the document is empty");
    }

    @Test
    void settings_read_as_they_are_written() {
        var text = "{\"fiscalYearStart\":\"04-01\",\"cadence\":\"quarterly\",\"transitionPolicy\":\"automatic\","
                + "\"profile\":{\"industry\":\"retail\",\"size\":null,\"region\":null}}";
        assertThat(MAPPER.writeValueAsString(MAPPER.readValue(text, TenantSettings.class)))
                .isEqualTo(text);
    }

    private static JsonFault fault(String json, Class<?> type) {
        return JsonFault.of(catchThrowableOfType(JacksonException.class, () -> MAPPER.readValue(json, type)));
    }
}
