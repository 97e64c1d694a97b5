package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cairn.language.Rejection.ModelFileInvalid.Fault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is wrong with a file is told with its path and line, all of it at once. */
class ModelFileFaultsTest {
    private static final AuthoredFile FILE = AuthoredFile.valid();

    @Test
    void faults_of_every_kind_are_told_together_in_the_order_of_lines() {
        var file = FILE.with("key: every-scale", "key: every scale")
                .with("title: Begun", "title: Begun\n    title: Again")
                .with("stage: done", "stage: undone")
                .with("weight: 3", "weight: heavy");
        assertThat(file.faults())
                .extracting(Fault::path)
                .containsExactly("/key", "/stages/0/title", "/dimensions/0/weight", "/dimensions/0/questions/1/stage");
    }

    @Nested
    class Syntax {
        @Test
        void yaml_that_cannot_be_read_names_the_line() {
            assertThat(FILE.with("levels: 3", "levels: [3").faults())
                    .singleElement()
                    .satisfies(fault -> {
                        assertThat(fault.line()).isEqualTo(FILE.lineOf("labels: [Disagree"));
                        assertThat(fault.detail()).startsWith("is not YAML: ");
                    });
        }

        @Test
        void json_that_cannot_be_read_names_the_line() {
            var json = AuthoredFile.resource("every-scale.json");
            assertThat(json.with("\"format\": 1,", "\"format\": 1").faults())
                    .singleElement()
                    .satisfies(fault -> {
                        assertThat(fault.line()).isEqualTo(3);
                        assertThat(fault.detail()).startsWith("is not JSON: ");
                    });
        }

        @Test
        void json_that_goes_on_after_its_end_is_refused() {
            var json = AuthoredFile.resource("every-scale.json");
            assertThat(new AuthoredFile(json.text() + "{}").faults())
                    .extracting(Fault::detail)
                    .containsExactly("goes on after its end");
        }

        @Test
        void an_empty_file_is_refused() {
            assertThat(new AuthoredFile("").faults()).containsExactly(new Fault("", 1, "is empty"));
            assertThat(new AuthoredFile("# nothing\n").faults()).containsExactly(new Fault("", 1, "is empty"));
        }

        @Test
        void a_second_document_is_refused() {
            var two = new AuthoredFile(FILE.text() + "---\nformat: 1\n");
            two.isRefused("", "---", "holds a second document; a file describes one model version");
        }

        @Test
        void a_name_given_twice_is_refused_with_both_lines() {
            var file = FILE.with("weight: 3", "weight: 3\n    mandatory: true\n    weight: 4");
            file.isRefused(
                    "/dimensions/0/weight",
                    "    weight: 4",
                    "is given twice, first on line " + file.lineOf("weight: 3"));
        }

        @Test
        void a_name_given_twice_in_json_is_refused_too() {
            var json = AuthoredFile.resource("every-scale.json")
                    .with("\"format\": 1,", "\"format\": 1,\n  \"format\": 1,");
            assertThat(json.faults()).containsExactly(new Fault("/format", 3, "is given twice, first on line 2"));
        }

        @Test
        void an_alias_is_refused_before_it_is_followed() {
            var file = FILE.with("title: One", "title: *one");
            file.isRefused("/dimensions/0/title", "title: *one", "is an alias (*), which the format does not have");
        }

        @Test
        void an_anchor_is_refused() {
            var file = FILE.with("title: One", "title: &one One");
            file.isRefused("/dimensions/0/title", "title: &one", "has an anchor (&), which the format does not have");
        }

        @Test
        void a_tag_is_refused() {
            var file = FILE.with("title: One", "title: !!java.net.URL One");
            file.isRefused("/dimensions/0/title", "title: !!", "has a tag (!), which the format does not have");
        }

        @Test
        void a_bomb_of_aliases_is_refused_at_once() {
            var bomb = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
            assertThat(new AuthoredFile(bomb).faults())
                    .contains(new Fault("/b/0", 2, "is an alias (*), which the format does not have"));
        }

        @Test
        void a_file_nested_without_end_is_refused() {
            for (var nested : new String[] {"[".repeat(100_000), "{\"a\":".repeat(100_000), "a: ".repeat(100_000)})
                assertThat(new AuthoredFile(nested).faults()).hasSize(1);
        }

        @Test
        void a_file_of_more_than_2_mb_is_refused() {
            assertThat(new AuthoredFile("#".repeat(2_000_001)).faults())
                    .containsExactly(new Fault("", 1, "is larger than 2 MB"));
            assertThat(new AuthoredFile("é".repeat(1_000_001)).faults())
                    .containsExactly(new Fault("", 1, "is larger than 2 MB"));
        }

        @Test
        void a_file_of_too_many_values_is_refused() {
            assertThat(new AuthoredFile("[" + "1,".repeat(500_000) + "1]").faults())
                    .containsExactly(new Fault("", 1, "holds more than 30000 values"));
        }

        @Test
        void a_name_without_end_is_refused() {
            for (var form : new String[] {"%s: 1", "{\"%s\": 1}", "? %s\n: 1"})
                assertThat(new AuthoredFile(form.formatted("x".repeat(201))).faults())
                        .containsExactly(new Fault("", 1, "has a name of more than 200 characters"));
        }

        @Test
        void a_thousand_faults_are_enough() {
            var many = new StringBuilder(FILE.text());
            for (var i = 0; i < 1_234; i++) many.append("unknown-").append(i).append(": 1\n");
            assertThat(new AuthoredFile(many.toString()).faults())
                    .hasSize(1_001)
                    .last()
                    .isEqualTo(new Fault("", 1, "has 234 more faults than these"));
        }

        @Test
        void characters_that_no_database_holds_are_refused() {
            var nul = FILE.with("title: One", "title: \"O\\0ne\"");
            nul.isRefused("/dimensions/0/title", "title: \"O", "this text contains a NUL character");
            var raw = FILE.with("title: One", "title: O\u0001ne");
            raw.isRefused("", "title: O\u0001", "holds a character that YAML does not allow");
            var json = AuthoredFile.resource("every-scale.json").with("\"Made up.\"", "\"\\ud800\"");
            json.isRefused("/source", "\"source\":", "this text contains a lone surrogate");
        }

        @Test
        void a_number_beyond_all_scales_is_refused() {
            FILE.with("weight: 3", "weight: 1e400")
                    .isRefused("/dimensions/0/weight", "weight: 1e400", "must be a number of 40 digits at most");
            FILE.with("weight: 3", "weight: .nan")
                    .isRefused("/dimensions/0/weight", "weight: .nan", "must be a finite number in decimal digits");
        }
    }

    @Nested
    class Form {
        @Test
        void a_name_the_format_does_not_know_is_refused() {
            FILE.with("title: One", "titel: One\n    title: One")
                    .isRefused("/dimensions/0/titel", "titel: One", "is not a name that is known here");
        }

        @Test
        void a_missing_value_is_told_at_what_it_is_missing_from() {
            FILE.without("        text: Something has begun.\n")
                    .isRefused("/dimensions/0/questions/0/text", "key: one-1", "is missing");
        }

        @Test
        void a_value_of_another_kind_is_refused() {
            FILE.with("source: Made up.", "source: 7")
                    .isRefused(
                            "/source",
                            "source: 7",
                            "must be a text (put it in quotes if it looks like a number, true, false or null)");
            FILE.with("mandatory: false", "mandatory: no")
                    .isRefused("/dimensions/1/mandatory", "mandatory: no", "must be true or false");
        }

        @Test
        void a_value_out_of_range_is_refused() {
            assertThat(FILE.with("threshold: 0.7", "threshold: 70").faults())
                    .extracting(Fault::path, Fault::line)
                    .containsExactly(tuple("/stageRule/threshold", FILE.lineOf("threshold: 0.7")));
            assertThat(FILE.with("critical: 0.5", "critical: 1.5").faults())
                    .extracting(Fault::path)
                    .containsExactly("/dimensions/0/questions/1/critical");
        }

        @Test
        void a_text_without_english_is_refused() {
            FILE.with("{en: Done, fr: Fini}", "{fr: Fini}")
                    .isRefused("/stages/1/title/en", "title: {fr: Fini}", "is missing");
        }

        @Test
        void a_kind_of_scale_or_rule_that_does_not_exist_is_refused() {
            FILE.with("type: percent", "type: guess")
                    .isRefused(
                            "/scales/share/type",
                            "share: {type: guess}",
                            "must be one of [\"boolean\",\"choice\",\"likert\",\"numeric\",\"percent\"]");
            FILE.with("rule: gated", "rule: fair")
                    .isRefused("/stageRule/rule", "rule: fair", "must be one of [\"gated\",\"thresholds\",\"mean\"]");
        }

        @Test
        void another_format_is_refused() {
            FILE.with("format: 1", "format: 2").isRefused("/format", "format: 2", "must be 1");
        }

        @Test
        void what_belongs_to_another_kind_of_scale_is_refused() {
            FILE.with("share: {type: percent}", "share: {type: percent, max: 7}")
                    .isRefused("/scales/share/max", "share: {type: percent", "is not a name that is known here");
        }

        @Test
        void a_file_that_is_no_model_at_all_is_refused() {
            assertThat(new AuthoredFile("[1, 2]").faults()).isNotEmpty();
            assertThat(new AuthoredFile("just words").faults())
                    .containsExactly(new Fault("", 1, "must be a group of named values"));
            assertThat(new AuthoredFile("null").faults()).isNotEmpty();
        }
    }
}
