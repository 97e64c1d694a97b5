package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.maturity.diff.ModelDiff;
import io.cairn.maturity.diff.ModelDiff.Change;
import io.cairn.maturity.diff.ModelDiff.Part;
import io.cairn.maturity.diff.ModelDiff.Parts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelDiffTest {
    private static final AuthoredFile FILE = AuthoredFile.valid();
    private static final Parts SAME = new Parts(List.of(), List.of(), List.of());

    private static ModelDiff to(AuthoredFile other) {
        return ModelDiff.between(FILE.model(), other.model());
    }

    @Test
    void nothing_is_different_in_the_same_model_however_it_is_written() {
        var nothing = new ModelDiff(SAME, SAME, SAME, SAME, List.of(), List.of());
        assertThat(to(AuthoredFile.resource("every-scale.json"))).isEqualTo(nothing);
        assertThat(to(FILE.with("minimumCoverage: 0.75", "minimumCoverage: 0.750")))
                .isEqualTo(nothing);
        assertThat(to(FILE.with("key: one-1\n", "key: one-1\n        weight: 2.0\n")))
                .isEqualTo(nothing);
        assertThat(to(FILE.with("version: 1.2.3", "version: 1.2.4"))).isEqualTo(nothing);
    }

    @Test
    void a_question_that_changed_says_in_what() {
        var other = FILE.with("text: Something has begun.", "text: {en: It has begun., fr: C’est parti.}")
                .with("        weight: 1\n        critical: 0.5\n", "        weight: 3\n");
        assertThat(to(other).questions().changed())
                .containsExactly(
                        new Part(
                                "one-1",
                                List.of(new Change(
                                        "text",
                                        Map.of("en", "Something has begun."),
                                        Map.of("en", "It has begun.", "fr", "C’est parti.")))),
                        new Part("one-2", List.of(new Change("critical", 0.5, null), new Change("weight", 1.0, 3.0))));
    }

    @Test
    void a_scale_that_is_shared_changes_all_its_questions() {
        var changed = to(FILE.with("points: 5}", "points: 10}")).questions().changed();
        assertThat(changed).extracting(Part::key).containsExactly("one-2");
        assertThat(changed.getFirst().fields()).extracting(Change::field).containsExactly("scale");
    }

    @Test
    void what_bears_another_key_is_removed_and_added() {
        var questions = to(FILE.with("key: two-3", "key: two-5")).questions();
        assertThat(questions.removed()).extracting(it -> it.get("key")).containsExactly("two-3");
        assertThat(questions.added())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("key", "two-5")
                        .containsEntry("dimension", "two")
                        .containsEntry("stage", "done")
                        .containsEntry("text", Map.of("en", "How many?")));
    }

    @Test
    void stages_dimensions_and_views_are_told_apart() {
        var diff = to(FILE.with("title: Begun", "title: Started")
                .with("    weight: 3\n", "    weight: 4\n")
                .with("title: Outside", "title: Outdoors"));
        assertThat(diff.stages().changed()).extracting(Part::key).containsExactly("begun");
        assertThat(diff.dimensions().changed())
                .containsExactly(new Part("one", List.of(new Change("weight", 3.0, 4.0))));
        assertThat(diff.views().changed()).extracting(Part::key).containsExactly("outside");
        assertThat(diff.questions()).isEqualTo(SAME);
    }

    @Test
    void rules_are_told_with_their_numbers() {
        var diff = to(FILE.with("threshold: 0.7", "threshold: 0.9").with("expired: 0.5", "expired: 0.25"));
        assertThat(diff.rules()).extracting(Change::field).containsExactly("evidence", "stageRule");
        assertThat(diff.rules().getFirst())
                .isEqualTo(new Change("evidence", Map.of("expired", 0.5), Map.of("expired", 0.25)));
        assertThat(diff.rules().getLast().to().toString()).contains("threshold=0.9");
    }
}
