package io.cairn.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.testing.Service;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    @Test
    void the_api_describes_itself_to_anybody() {
        var reply = Service.anonymous().get("/v3/api-docs");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        var api = reply.json();
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.path("components").path("schemas").has("Problem")).isTrue();
        assertThat(api.path("paths").has("/api/v1/keys")).isTrue();
        assertThat(api.path("paths").has("/error")).isFalse();
    }

    @Test
    void the_caller_is_no_parameter_and_words_of_the_language_are_texts() {
        var api = Service.anonymous().get("/v3/api-docs").json();
        assertThat(api.path("components").path("schemas").has("Caller")).isFalse();
        var list = api.path("paths").path("/api/v1/samples").path("get");
        assertThat(list.path("parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .containsExactlyInAnyOrder("limit", "cursor");
        assertThat(api.at("/components/schemas/SampleBody/properties/code/type").asString())
                .isEqualTo("string");
    }

    @Test
    void the_description_can_be_browsed() {
        assertThat(Service.anonymous().get("/swagger-ui/index.html").status()).isEqualTo(200);
        assertThat(Service.anonymous().get("/swagger-ui.html").status()).isEqualTo(302);
    }
}
