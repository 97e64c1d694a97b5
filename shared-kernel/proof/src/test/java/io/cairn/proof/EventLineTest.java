package io.cairn.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventLineTest {
    private static final UUID TENANT = new UUID(1, 2);
    private static final UUID STREAM = new UUID(3, 4);
    private static final UUID EVENT = new UUID(5, 6);

    @Test
    void a_line_says_all_that_is_stored_in_one_form() {
        assertThat(line(7, "{\"b\": 1.50, \"a\": {\"sha256\": \"00\"}}"))
                .isEqualTo("{\"eventId\":\"00000000-0000-0005-0000-000000000006\",\"metadata\":{\"actor\":\"key:1\"},"
                        + "\"name\":\"UnitAdded\",\"payload\":{\"a\":{\"sha256\":\"00\"},\"b\":1.50},\"position\":7,"
                        + "\"recordedAt\":\"2026-11-22T12:00:00.120000Z\",\"revision\":1,"
                        + "\"streamId\":\"00000000-0000-0003-0000-000000000004\",\"streamType\":\"unit\","
                        + "\"tenantId\":\"00000000-0000-0001-0000-000000000002\",\"version\":0}");
    }

    @Test
    void where_an_event_belongs_is_read_back_even_when_its_words_look_like_a_line() {
        var line = line(7, "{\"a\": \"\\\",\\\"position\\\":8,\\\"recordedAt\\\":\"}");
        var read = EventLine.read(line);
        assertThat(read).isEqualTo(new EventLine(7, EVENT, STREAM, "unit", TENANT, 0));
        assertThat(EventLine.at(line, 7)).isEqualTo(line);
        assertThat(EventLine.read(EventLine.at(line, 12)).position()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"eventId\":\"00000000-0000-0005-0000-000000000006\",\"position\":x}"})
    void what_is_no_line_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventLine.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ \"b\" : [ 1 , true , null ] , \"a\" : {} }|{\"a\":{},\"b\":[1,true,null]}",
                "{\"\\u20ac\":\"\\u20ac\",\"\\r\":\"\\u000F\\n\\/\"}|{\"\\r\":\"\\u000f\\n/\",\"€\":\"€\"}",
                "[1e3, -0.10, 1.5E-2, 123456789012345678901234567890.10]|[1000,-0.10,0.015,123456789012345678901234567890.10]",
                "{\"\\ud83d\\ude00\":1,\"\\uff5a\":2}|{\"😀\":1,\"ｚ\":2}",
                "[]|[]",
                "\"\\\"\\\\\"|\"\\\"\\\\\""
            })
    void json_has_one_form(String text, String form) {
        assertThat(Json.canonical(text)).isEqualTo(form);
        assertThat(Json.canonical(form)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\":1,\"a\":1}",
                "[1,]",
                "01",
                "1.",
                "+1",
                "tru",
                "\"",
                "\"\\x\"",
                "{} {}",
                "1e99999",
                "{1:2}"
            })
    void what_is_no_json_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.canonical(text));
    }

    @Test
    void json_nested_without_end_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.canonical("[".repeat(100_000)));
    }

    @Test
    void the_hash_is_over_the_bytes_of_the_line() {
        var line = line(7, "{\"a\":\"€\"}");
        assertThat(EventLine.hash(line)).isEqualTo(Hash.of(new byte[] {0}, line.getBytes(StandardCharsets.UTF_8)));
    }

    private static String line(long position, String payload) {
        return EventLine.of(
                position,
                TENANT,
                "unit",
                STREAM,
                0,
                EVENT,
                "UnitAdded",
                1,
                payload,
                "{\"actor\": \"key:1\"}",
                Instant.parse("2026-11-22T12:00:00.12Z"));
    }
}
