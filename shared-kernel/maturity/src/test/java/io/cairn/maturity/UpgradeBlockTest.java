package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cairn.language.AnswerValue;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection.ModelFileInvalid;
import io.cairn.language.Rejection.ModelFileInvalid.Fault;
import io.cairn.maturity.UpgradeRules.Origin;
import io.cairn.maturity.diff.ModelDiff;
import io.cairn.maturity.diff.ModelDiff.Change;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a file says of an earlier version. */
class UpgradeBlockTest {
    private static final AuthoredFile FILE = AuthoredFile.valid();
    private static final UpgradeRules RULES = new UpgradeRules(
            ModelVersion.parse("1.1.0"),
            Map.of(
                    new QuestionKey("3"),
                    new Origin(
                            List.of(new QuestionKey("all"), new QuestionKey("most")),
                            Map.of("true", AnswerValue.of(5), "half", AnswerValue.of(3))),
                    new QuestionKey("two-1"),
                    new Origin(List.of(), Map.of()),
                    new QuestionKey("two-2"),
                    new Origin(
                            List.of(new QuestionKey("weeks")),
                            Map.of("0", AnswerValue.of(0), "2", AnswerValue.of(14), "4", AnswerValue.of(28)))));

    @Test
    void is_read_from_yaml_and_json_alike() {
        assertThat(FILE.model().upgrade()).isEqualTo(RULES);
        assertThat(AuthoredFile.resource("every-scale.json").model().upgrade()).isEqualTo(RULES);
    }

    @Test
    void a_question_of_which_only_values_are_said_had_the_same_key() {
        var rules = FILE.with("two-2: {from: weeks, values", "two-2: {values")
                .model()
                .upgrade();
        assertThat(rules).isNotNull();
        assertThat(rules.questions().get(new QuestionKey("two-2")).from()).containsExactly(new QuestionKey("two-2"));
    }

    @Test
    void goes_along_when_the_file_is_cloned_or_written_as_json() {
        var file = ModelFile.read(FILE.text());
        assertThat(file.renamed(ModelRef.of("ours", "1.0.0")).model().upgrade()).isEqualTo(RULES);
        assertThat(ModelFile.read(ModelFile.json(FILE.text())).model().upgrade())
                .isEqualTo(RULES);
    }

    @Test
    void is_not_taken_for_texts_of_the_model() {
        var file = FILE.with("half: 3", "en: 3").with("two-1: {from: []}", "two-1: {from: text}");
        var localized = ModelFile.localized(file.text(), List.of("fr")).json();
        assertThat(ModelFile.read(localized).model().upgrade())
                .isEqualTo(ModelFile.read(file.text()).model().upgrade());
        assertThat(ModelFile.read(FILE.text()).languages())
                .isEqualTo(ModelFile.read(FILE.text().substring(0, FILE.text().indexOf("upgrade:")))
                        .languages());
    }

    @Test
    void is_part_of_what_is_different_in_a_model() {
        var other = FILE.with("half: 3", "half: 2");
        assertThat(ModelDiff.between(FILE.model(), other.model()).about())
                .extracting(Change::field)
                .containsExactly("upgrade");
    }

    @Test
    void a_question_that_is_not_there_is_refused_with_its_line() {
        FILE.with("two-2: {from: weeks", "two-9: {from: weeks")
                .isRefused("/upgrade/questions/two-9", "    two-9:", "names a question that is not there");
    }

    @Test
    void a_value_that_is_not_on_the_scale_is_refused_with_its_line() {
        FILE.with("half: 3", "half: 6")
                .isRefused(
                        "/upgrade/questions/3/values/half",
                        "    \"3\": {from",
                        "this question takes a whole number from 1 to 5, not 6");
    }

    @Test
    void what_the_schema_forbids_is_refused_with_its_line() {
        FILE.with("from: 1.1.0", "from: one")
                .isRefused(
                        "/upgrade/from",
                        "  from: one",
                        "does not have the form ^[0-9]{1,6}\\.[0-9]{1,6}\\.[0-9]{1,6}$");
        FILE.with("two-1: {from: []}", "two-1: {form: []}")
                .isRefused("/upgrade/questions/two-1/form", "    two-1: {form", "is not a name that is known here");
    }

    @Test
    void is_held_against_the_earlier_version() {
        var earlier = ModelBuilder.model()
                .dimension(
                        "one",
                        ModelBuilder.yesNo("all", 1),
                        ModelBuilder.percent("weeks", 1),
                        ModelBuilder.percent("two-1", 1))
                .build();
        var refused = catchThrowableOfType(
                Rejected.class, () -> ModelFile.read(FILE.text()).checkUpgradeFrom(earlier));
        var line = FILE.lineOf("    \"3\": {from");
        assertThat(((ModelFileInvalid) refused.reason()).faults())
                .containsExactly(
                        new Fault(
                                "/upgrade/questions/3/from/1",
                                line,
                                "names a question that version 1.0.0 does not have"),
                        new Fault(
                                "/upgrade/questions/3/values/half",
                                line,
                                "is not about an answer that could be given there: 'half'"));
    }

    @Test
    void numbers_become_others_along_two_points_at_least() {
        var earlier = ModelBuilder.model()
                .dimension("one", ModelBuilder.percent("weeks", 1))
                .build();
        var file = FILE.with("\"3\": {from: [all, most], values: {\"true\": 5, half: 3}}", "\"3\": {from: []}")
                .with(", \"2\": 14.0, \"4\": 28", "");
        var refused = catchThrowableOfType(
                Rejected.class, () -> ModelFile.read(file.text()).checkUpgradeFrom(earlier));
        assertThat(((ModelFileInvalid) refused.reason()).faults())
                .extracting(Fault::detail)
                .containsExactly("need two points at least between numbers");
    }
}
