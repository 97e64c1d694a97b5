package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Rejection.ModelFileInvalid.Fault;
import org.junit.jupiter.api.Test;

/** A file may have the right form and yet make no sense. */
class ModelMeaningTest {
    private static final String GATED = "rule: gated\n  threshold: 0.7\n  coverage: 0.9\n  overall: {quorum: 0.5}\n";
    private static final AuthoredFile FILE = AuthoredFile.valid();

    @Test
    void a_key_used_twice_is_refused_with_both_lines() {
        FILE.with("key: two-4", "key: one-2")
                .isRefused(
                        "/dimensions/1/questions/3/key",
                        "{key: one-2",
                        "is the key of another question too: 'one-2', line " + FILE.lineOf("key: one-2"));
        assertThat(FILE.with("key: done", "key: begun").faults())
                .contains(new Fault(
                        "/stages/1/key",
                        FILE.lineOf("key: done"),
                        "is the key of another stage too: 'begun', line " + FILE.lineOf("key: begun")));
    }

    @Test
    void a_stage_scale_or_view_that_is_not_there_is_refused() {
        FILE.with("stage: begun, text: \"Agreed", "stage: bygone, text: \"Agreed")
                .isRefused(
                        "/dimensions/1/questions/0/stage",
                        "stage: bygone",
                        "names the stage 'bygone', which is not there");
        FILE.with("scale: how-much", "scale: how-many")
                .isRefused(
                        "/dimensions/0/questions/1/scale",
                        "scale: how-many",
                        "names the scale 'how-many', which is not there");
        assertThat(FILE.with("view: outside", "view: beyond").faults())
                .containsExactly(
                        new Fault("/views/1", FILE.lineOf("{key: outside"), "has no dimension"),
                        new Fault(
                                "/dimensions/1/view",
                                FILE.lineOf("view: outside"),
                                "names the view 'beyond', which is not there"));
    }

    @Test
    void a_dimension_outside_all_views_is_refused() {
        var file = FILE.with("    view: outside\n", "    view: inside\n")
                .without("    view: inside\n")
                .without("  - {key: outside, title: Outside}\n");
        file.isRefused("/dimensions/0/view", "key: one", "is missing: in a model with views every dimension names one");
    }

    @Test
    void a_question_without_any_scale_is_refused() {
        FILE.without("  scale: yes-no\n")
                .isRefused("/dimensions/0/questions/0/scale", "key: one-1", "is missing, and there is no default");
    }

    @Test
    void a_weight_of_nothing_makes_no_mean() {
        FILE.with("weight: 1\n", "weight: 0\n")
                .isRefused(
                        "/dimensions/0/questions/1/weight",
                        "        weight: 0",
                        "must be above 0 where weights make a mean");
    }

    @Test
    void under_points_a_question_may_give_none_but_not_all_of_them() {
        var file = FILE.with("{method: weighted-mean, min: 0, max: 3}", "{method: points}");
        file.with("weight: 1\n", "weight: 0\n").model();
        assertThat(file.with("weight: 2", "weight: 0").faults())
                .extracting(Fault::path)
                .contains("/dimensions/1/questions");
    }

    @Test
    void every_stage_of_a_mandatory_dimension_needs_a_question_under_a_gated_rule() {
        FILE.with("stage: begun\n", "stage: done\n")
                .isRefused(
                        "/dimensions/0/questions",
                        FILE.text()
                                .lines()
                                .filter("    questions:"::equals)
                                .findFirst()
                                .orElseThrow(),
                        "have none for the stage 'begun'");
        FILE.with("stage: done, text: \"How many?", "stage: begun, text: \"How many?")
                .with("stage: done, text: \"Which", "stage: begun, text: \"Which")
                .model();
    }

    @Test
    void a_question_without_a_stage_is_refused_under_a_gated_rule() {
        FILE.with("two-1, stage: begun", "two-1")
                .isRefused(
                        "/dimensions/1/questions/0/stage",
                        "key: two-1",
                        "is missing: under a gated rule every question belongs to a stage");
    }

    @Test
    void a_gated_model_needs_a_mandatory_dimension() {
        FILE.with("    weight: 3\n", "    mandatory: false\n")
                .isRefused("/dimensions", "dimensions:\n", "need one at least that is mandatory");
    }

    @Test
    void thresholds_start_at_0_rise_and_name_every_stage() {
        var file = FILE.without("        critical: 0.5\n");
        file.with(GATED, "rule: thresholds\n  bounds: {begun: 0.1, done: 0.5}\n")
                .isRefused("/stageRule/bounds/begun", "bounds: {", "must be 0, being the first");
        file.with(GATED, "rule: thresholds\n  bounds: {begun: 0, done: 0}\n")
                .isRefused("/stageRule/bounds/done", "bounds: {", "must be above the bound of the stage before");
        file.with(GATED, "rule: thresholds\n  bounds: {begun: 0}\n")
                .isRefused("/stageRule/bounds/done", "bounds: {", "is missing");
        file.with(GATED, "rule: thresholds\n  bounds: {begun: 0, done: 0.5, over: 0.7}\n")
                .isRefused("/stageRule/bounds/over", "bounds: {", "names the stage 'over', which is not there");
    }

    @Test
    void a_critical_question_needs_a_gate() {
        FILE.with(GATED, "rule: thresholds\n  bounds: {begun: 0, done: 0.5}\n")
                .isRefused("/dimensions/0/questions/1/critical", "critical: 0.5", "counts only under a gated rule");
    }

    @Test
    void a_mean_is_a_stage_only_where_the_score_counts_stages() {
        var file = FILE.without("        critical: 0.5\n").with(GATED, "rule: mean\n  rounding: half-up\n");
        file.isRefused("/stageRule/rule", "rule: mean", "mean needs a score that counts the stages: min 0 or 1, max 2");
        file.with("{method: weighted-mean, min: 0, max: 3}", "{method: points}")
                .isRefused(
                        "/stageRule/rule",
                        "rule: mean",
                        "mean needs the scoring policy weighted-mean; points count no stages");
        assertThat(file.with("weighted-mean, min: 0, max: 3", "weighted-mean, min: 1, max: 2")
                        .model()
                        .stageRule())
                .isEqualTo(new StageRule.Mean(StageRule.Rounding.HALF_UP));
    }

    @Test
    void a_score_needs_room_between_min_and_max() {
        FILE.with("mean, min: 0, max: 3", "mean, min: 3, max: 3")
                .isRefused("/scoring/max", "scoring: {", "must be above min");
    }

    @Test
    void a_question_depends_on_one_that_is_there_and_not_in_a_circle() {
        FILE.with("question: two-1", "question: two-9")
                .isRefused(
                        "/dimensions/1/questions/3/dependsOn/question",
                        "{key: two-4",
                        "names the question 'two-9', which is not there");
        FILE.with("question: two-1", "question: two-4")
                .isRefused(
                        "/dimensions/1/questions/3/dependsOn/question",
                        "{key: two-4",
                        "depends on others in a circle, or over more than 10 steps");
        FILE.with("atLeast: 0.5, atMost: 0.9", "atLeast: 0.5, atMost: 0.4")
                .isRefused("/dimensions/1/questions/3/dependsOn/atMost", "{key: two-4", "must not be below atLeast");
    }

    @Test
    void a_stage_does_not_hang_on_questions_that_may_not_be_asked() {
        FILE.with(
                        "        text: Something has begun.",
                        "        text: Begun.\n        dependsOn: {question: one-2, atLeast: 1}")
                .isRefused(
                        "/dimensions/0/questions",
                        "    questions:\n      - key: one-1",
                        "have none for the stage 'begun' that depends on no other");
    }

    @Test
    void an_option_gives_no_more_than_all_points() {
        FILE.with("points: 20", "points: 21")
                .isRefused("/scales/how-much/options/2/points", "points: 21", "are more than the scale's maxPoints");
    }

    @Test
    void options_that_read_alike_are_refused() {
        FILE.with("Most, >90 %", " NO ")
                .isRefused(
                        "/scales/how-much/options/2/label",
                        "label: \" NO \"",
                        "reads like the option on line " + FILE.lineOf("label: \"no\"")
                                + "; case and white space do not matter");
        assertThat(FILE.with("Enkele", "some").model()).isNotNull();
        assertThat(FILE.with("Enkele", "No").faults())
                .extracting(Fault::path)
                .containsExactly("/scales/how-much/options/1/label/nl");
    }

    @Test
    void a_likert_scale_has_a_label_for_every_level_or_none() {
        FILE.with("levels: 3", "levels: 4")
                .isRefused("/scales/agree/labels", "labels: [", "must be one for each of the 4 levels");
    }

    @Test
    void a_number_has_a_range() {
        FILE.with("min: 0, max: 30", "min: 30, max: 30").isRefused("/scales/days/max", "days: {", "must be above min");
    }

    @Test
    void points_of_a_line_run_from_min_to_max_in_order() {
        FILE.with("{x: 0, value: 0}", "{x: 1, value: 0}")
                .isRefused("/scales/curve/points/0/x", "{x: 1,", "the first point must be at min");
        FILE.with("{x: 100, value: 1}", "{x: 99, value: 1}")
                .isRefused("/scales/curve/points/2/x", "{x: 99,", "the last point must be at max");
        FILE.with("{x: 10, value: 0.5}", "{x: 0, value: 0.5}")
                .isRefused("/scales/curve/points/1/x", "{x: 0, value: 0.5}", "must be above the x of the point before");
    }

    @Test
    void a_line_rises_or_falls_all_the_way() {
        FILE.with("{x: 100, value: 1}", "{x: 100, value: 0.4}")
                .isRefused("/scales/curve/points/2/value", "{x: 100, value: 0.4}", "must not fall, as the scale rises");
        FILE.with("    max: 100\n", "    max: 100\n    higherIsWorse: true\n")
                .isRefused(
                        "/scales/curve/higherIsWorse",
                        "    higherIsWorse",
                        "cannot stand beside points, which may fall themselves");
    }

    @Test
    void a_scale_of_a_question_s_own_is_checked_too() {
        FILE.with("{type: likert, levels: 5}", "{type: likert, levels: 5, labels: [Low, High]}")
                .isRefused(
                        "/dimensions/0/questions/2/scale/labels",
                        "scale: {type: likert",
                        "must be one for each of the 5 levels");
    }
}
