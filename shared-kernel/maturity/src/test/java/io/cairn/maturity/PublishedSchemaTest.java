package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema as an editor or another tool uses it, without the loader. */
class PublishedSchemaTest {
    private static final SchemaRegistry TOOLS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String TEXT =
            AuthoredFile.resource("model.schema.json").text();

    static Stream<ModelFile> shipped() {
        return ShippedModels.all().stream();
    }

    @Test
    void the_schema_is_a_schema_of_draft_2020_12() {
        var draft = TOOLS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(draft.validate(TEXT, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_file_is_valid(ModelFile file) {
        assertThat(schema().validate(file.text(), InputFormat.YAML)).isEmpty();
    }

    @Test
    void every_object_of_the_schema_is_closed() {
        assertThat(open(JsonMapper.shared().readTree(TEXT), "#")).isEmpty();
    }

    private static Schema schema() {
        return TOOLS.getSchema(TEXT, InputFormat.JSON);
    }

    /** Objects with properties that let other properties in; a choice between kinds leaves closing to the kinds. */
    private static Stream<String> open(JsonNode node, String at) {
        var here = node.isObject()
                && "object".equals(node.path("type").asString(""))
                && !node.has("additionalProperties")
                && !node.has("allOf");
        var below = node.propertyStream().flatMap(property -> open(property.getValue(), at + "/" + property.getKey()));
        return Stream.concat(here ? Stream.of(at) : Stream.empty(), below);
    }
}
