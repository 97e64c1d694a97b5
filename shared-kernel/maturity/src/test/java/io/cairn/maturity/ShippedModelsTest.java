package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.ModelRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedModelsTest {

    static Stream<ModelFile> shipped() {
        return ShippedModels.all().stream();
    }

    static Stream<ModelFile> gated() {
        return shipped().filter(file -> file.model().stageRule() instanceof StageRule.Gated);
    }

    @Test
    void models_stand_in_the_order_of_key_and_version() {
        assertThat(shipped().map(file -> file.model().ref().toString()))
                .containsExactly(
                        "boufim-barka-2021 1.0.0",
                        "egdi 1.0.0",
                        "egdi 2.0.0",
                        "marketing-ops-5 1.0.0",
                        "memm 1.0.0",
                        "odm-2023 1.0.0",
                        "rsg-reference-models 1.0.0",
                        "rutten-dmm 1.0.0");
    }

    @Test
    void a_model_is_found_by_key_and_version_only() {
        assertThat(ShippedModels.find(ModelRef.of("egdi", "2.0.0")))
                .map(file -> file.model().ref())
                .contains(ModelRef.of("egdi", "2.0.0"));
        assertThat(ShippedModels.find(ModelRef.of("egdi", "3.0.0"))).isEmpty();
    }

    @Test
    void models_are_read_once() {
        assertThat(ShippedModels.find(ModelRef.of("memm", "1.0.0")).orElseThrow())
                .isSameAs(ShippedModels.find(ModelRef.of("memm", "1.0.0")).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("gated")
    void every_dimension_of_a_gated_model_has_two_statements_for_every_stage(ModelFile file) {
        for (var dimension : file.model().dimensions())
            for (var stage : file.model().stages())
                assertThat(dimension.questions().stream()
                                .filter(question ->
                                        Integer.valueOf(stage.ordinal()).equals(question.stage())))
                        .as("%s, %s", dimension.key(), stage.key())
                        .hasSize(2);
    }

    @Test
    void the_five_marketing_models_have_the_stages_and_dimensions_their_sources_tell() {
        assertThat(shapes())
                .containsAllEntriesOf(Map.of(
                        "boufim-barka-2021 1.0.0", List.of(5, 9),
                        "rsg-reference-models 1.0.0", List.of(4, 6),
                        "rutten-dmm 1.0.0", List.of(4, 5),
                        "memm 1.0.0", List.of(5, 6),
                        "marketing-ops-5 1.0.0", List.of(5, 6)));
    }

    private static Map<String, List<Integer>> shapes() {
        return shipped()
                .map(ModelFile::model)
                .collect(java.util.stream.Collectors.toMap(
                        model -> model.ref().toString(),
                        model -> List.of(
                                model.stages().size(), model.dimensions().size())));
    }

    @Test
    void the_points_of_open_data_maturity_are_those_of_its_dimensions() {
        var model = ShippedModels.find(ModelRef.of("odm-2023", "1.0.0"))
                .orElseThrow()
                .model();
        assertThat(model.questions()).hasSize(162);
        assertThat(model.dimensions().stream()
                        .map(d -> d.questions().stream()
                                .mapToDouble(Question::weight)
                                .sum()))
                .containsExactly(640.0, 600.0, 650.0, 650.0);
        for (var question : model.questions().values())
            assertThat(((Scale.Choice) question.scale()).maxPoints()).isEqualTo(question.weight());
    }
}
