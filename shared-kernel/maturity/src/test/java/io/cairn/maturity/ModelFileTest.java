package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cairn.language.ModelRef;
import io.cairn.language.QuestionKey;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private final MaturityModel model = AuthoredFile.valid().model();

    @Test
    void a_file_tells_what_the_model_is() {
        assertThat(model.ref()).isEqualTo(ModelRef.of("every-scale", "1.2.3"));
        assertThat(model.title())
                .isEqualTo(new Text(Map.of("en", "Every scale", "fr", "Toutes les échelles", "nl", "Alle schalen")));
        assertThat(model.description()).isEqualTo(Text.en("For tests only."));
        assertThat(model.source()).isEqualTo("Made up.");
        assertThat(model.note())
                .isEqualTo(new Text(Map.of("en", "Nothing is stated anywhere.", "fr", "Rien n’est dit nulle part.")));
        assertThat(model.languages())
                .isEqualTo(Map.of("en", Wording.OWN, "fr", Wording.SOURCE, "nl", Wording.TRANSLATION));
        assertThat(model.expiredEvidence()).isEqualTo(0.5);
        assertThat(model.minimumCoverage()).isEqualTo(0.75);
    }

    @Test
    void stages_stand_in_the_order_of_the_file_and_count_from_one() {
        assertThat(model.stages())
                .containsExactly(
                        new Stage(1, "begun", Text.en("Begun"), null, Provenance.STATED),
                        new Stage(
                                2,
                                "done",
                                new Text(Map.of("en", "Done", "fr", "Fini")),
                                Text.en("Nothing is left to do."),
                                Provenance.INFERRED));
    }

    @Test
    void scoring_and_stage_rule_have_their_numbers() {
        assertThat(model.scoring()).isEqualTo(new ScoringPolicy.WeightedMean(0, 3));
        assertThat(model.stageRule()).isEqualTo(new StageRule.Gated(0.7, 0.9, new StageRule.Overall.Quorum(0.5)));
    }

    @Test
    void dimensions_have_views_weights_and_provenance() {
        assertThat(model.views())
                .containsExactly(new View("inside", Text.en("Inside")), new View("outside", Text.en("Outside")));
        assertThat(model.dimensions())
                .extracting(
                        d -> d.key().value(),
                        Dimension::view,
                        Dimension::weight,
                        Dimension::mandatory,
                        Dimension::provenance)
                .containsExactly(
                        tuple("one", "inside", 3.0, true, Provenance.STATED),
                        tuple("two", "outside", 1.0, false, Provenance.INFERRED));
    }

    @Test
    void a_question_says_all_of_itself() {
        assertThat(question("one-2"))
                .isEqualTo(new Question(
                        new QuestionKey("one-2"),
                        new Text(Map.of("en", "How much is done?", "nl", "Hoeveel is er klaar?")),
                        Text.en("Count it."),
                        new Scale.Choice(
                                List.of(
                                        new Scale.Choice.Option("no", Text.en("no"), 0),
                                        new Scale.Choice.Option(
                                                "some", new Text(Map.of("en", "A few", "nl", "Enkele")), 5),
                                        new Scale.Choice.Option("Most, >90 %", Text.en("Most, >90 %"), 20)),
                                20),
                        2,
                        1,
                        0.5,
                        true,
                        false,
                        Provenance.STATED));
    }

    @Test
    void a_question_that_says_little_takes_the_defaults() {
        assertThat(question("one-1"))
                .isEqualTo(new Question(
                        new QuestionKey("one-1"),
                        Text.en("Something has begun."),
                        null,
                        new Scale.Truth(),
                        1,
                        2,
                        null,
                        false,
                        true,
                        Provenance.INFERRED));
    }

    @Test
    void a_question_may_depend_on_the_answer_to_another() {
        assertThat(question("two-4").dependsOn()).isEqualTo(new Question.Condition(new QuestionKey("two-1"), 0.5, 0.9));
        assertThat(question("two-3").dependsOn()).isNull();
    }

    @Test
    void a_dimension_says_where_its_questions_come_from() {
        assertThat(question("two-1").provenance()).isEqualTo(Provenance.STATED);
    }

    @Test
    void scales_are_read_whole() {
        assertThat(question("3").scale()).isEqualTo(new Scale.Likert(5, List.of()));
        assertThat(question("two-1").scale())
                .isEqualTo(new Scale.Likert(3, List.of(Text.en("Disagree"), Text.en("Neither"), Text.en("Agree"))));
        assertThat(question("two-2").scale()).isEqualTo(numeric(30, point(0, 1), point(30, 0)));
        assertThat(question("two-3").scale()).isEqualTo(numeric(100, point(0, 0), point(10, 0.5), point(100, 1)));
        assertThat(question("two-4").scale()).isEqualTo(new Scale.Percent());
    }

    @Test
    void thresholds_are_bounds_in_the_order_of_stages() {
        var thresholds = "rule: thresholds\n  bounds: {done: 0.5, begun: 0}\n";
        var text = AuthoredFile.valid()
                .with("rule: gated\n  threshold: 0.7\n  coverage: 0.9\n  overall: {quorum: 0.5}\n", thresholds)
                .without("        critical: 0.5\n");
        assertThat(text.model().stageRule()).isEqualTo(new StageRule.Thresholds(List.of(0.0, 0.5)));
    }

    @Test
    void json_says_the_same_as_yaml() {
        assertThat(AuthoredFile.resource("every-scale.json").model()).isEqualTo(model);
    }

    @Test
    void the_digest_is_of_the_bytes_of_the_file() throws Exception {
        var file = ModelFile.read(AuthoredFile.valid().text());
        var bytes = getClass().getResourceAsStream("every-scale.yaml").readAllBytes();
        var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(file.digest()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    private Question question(String key) {
        return model.question(new QuestionKey(key)).orElseThrow();
    }

    private static Scale numeric(long max, Scale.Numeric.Point... points) {
        return new Scale.Numeric(BigDecimal.ZERO, BigDecimal.valueOf(max), List.of(points));
    }

    private static Scale.Numeric.Point point(long x, double value) {
        return new Scale.Numeric.Point(BigDecimal.valueOf(x), value);
    }
}
