package io.cairn.assessment.model;

import static io.cairn.assessment.testing.RunningService.newTenant;
import static io.cairn.assessment.testing.RunningService.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.ModelRef;
import io.cairn.maturity.ShippedModels;
import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelHttpTest {
    private static final String OWN = ShippedModels.find(ModelRef.of("egdi", "2.0.0"))
            .orElseThrow()
            .text()
            .replaceFirst("(?m)^key: egdi$", "key: own");
    private static final String VERSION = "/models/own/versions/2.0.0";

    private final Client admin = newTenant();

    private static Reply draft(Client client, String text, String type) {
        return client.send("POST", "/models", BodyPublishers.ofString(text), Map.of("Content-Type", type));
    }

    private static Reply draft(Client client, String text) {
        return draft(client, text, "application/yaml");
    }

    private static Reply get(Client client, String path, String accept) {
        return client.send("GET", path, BodyPublishers.noBody(), Map.of("Accept", accept));
    }

    private static Reply open(Client client) {
        client.post("/units", "{\"code\": \"a\", \"name\": \"A\"}");
        return client.post(
                "/assessments",
                "{\"unit\": \"a\", \"model\": {\"key\": \"own\", \"version\": \"2.0.0\"}, \"period\": \"2026-Q4\"}");
    }

    @Test
    void a_model_is_drafted_published_used_and_retired() {
        var drafted = draft(admin, OWN);
        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(201);
        assertThat(drafted.header("Location")).endsWith(VERSION);
        assertThat(drafted.json().path("status").asString()).isEqualTo("draft");
        assertThat(open(admin).status()).as("a draft is not used").isEqualTo(422);

        var published = admin.post(VERSION + "/publication", "");
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        assertThat(published.json().path("status").asString()).isEqualTo("published");
        assertThat(open(admin).status()).isEqualTo(201);

        var retired = admin.post(VERSION + "/retirement", "");
        assertThat(retired.json().path("status").asString()).isEqualTo("retired");
        var again = admin.post(
                "/assessments",
                "{\"unit\": \"a\", \"model\": {\"key\": \"own\", \"version\": \"2.0.0\"}, \"period\": \"2027-Q1\"}");
        assertThat(again.problem()).isEqualTo("model-is-retired");
    }

    @Test
    void a_model_comes_in_as_json_too() {
        draft(admin, OWN);
        var json = admin.get(VERSION).text().replace("\"key\":\"own\"", "\"key\":\"own-2\"");
        var drafted = draft(admin, json, "application/json");
        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(201);
        assertThat(drafted.json().path("key").asString()).isEqualTo("own-2");
    }

    @Test
    void a_draft_is_replaced_and_a_published_version_is_not() {
        draft(admin, OWN);
        assertThat(draft(admin, OWN).status()).as("the same again").isEqualTo(200);
        assertThat(draft(admin, OWN + "\n# mended\n").status()).isEqualTo(201);
        admin.post(VERSION + "/publication", "");
        assertThat(draft(admin, OWN + "\n# mended\n").status()).isEqualTo(200);
        var refused = draft(admin, OWN + "\n# mended again\n");
        assertThat(refused.problem()).isEqualTo("model-version-is-published");
    }

    @Test
    void every_fault_is_told_with_its_place_and_line() {
        var faulty = OWN.replace("weight: 1\n", "weight: heavy\n").replace("minimumCoverage: 1", "minimumCoverage: 7");
        var refused = draft(admin, faulty);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).contains("/minimumCoverage", "/dimensions/0/weight", "/dimensions/1/weight");
        refused.json()
                .path("errors")
                .forEach(error -> assertThat(error.path("line").asInt()).isPositive());
    }

    @Test
    void a_shipped_models_key_is_reserved() {
        var refused = draft(admin, OWN.replace("key: own", "key: egdi").replace("version: 2.0.0", "version: 3.0.0"));
        assertThat(refused.problem()).isEqualTo("model-key-reserved");
        assertThat(admin.post("/models/egdi/versions/2.0.0/retirement", "").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/yaml | application/yaml",
                "text/yaml | application/yaml",
                "application/json, application/yaml;q=0.5 | application/json",
                "*/* | application/json",
            })
    void a_definition_comes_as_it_is_asked_for(String accept, String type) {
        var shown = get(admin, "/models/egdi/versions/2.0.0", accept);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).startsWith(type);
        if (type.equals("application/json"))
            assertThat(shown.json().path("key").asString()).isEqualTo("egdi");
        else assertThat(shown.text()).contains("\nkey: egdi\n");
    }

    @Test
    void another_representation_is_not_acceptable() {
        assertThat(get(admin, "/models/egdi/versions/2.0.0", "image/png").status())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/models/egdi/versions/9.9.9", "/models/nobody/versions/1.0.0", "/models/egdi/versions/x"})
    void what_there_is_not_is_not_found(String path) {
        assertThat(admin.get(path).problem()).isEqualTo("not-found");
    }

    @Test
    void the_list_holds_shipped_models_and_own_ones_by_key_in_pages() {
        var position = draft(admin, OWN).header("X-Event-Position");
        var all = settled(admin, "/models?min-position=" + position).json().path("items");
        assertThat(all.valueStream().map(it -> it.path("key").asString()))
                .isSorted()
                .contains("egdi", "own");
        var own = all.valueStream()
                .filter(it -> it.path("key").asString().equals("own"))
                .findFirst()
                .orElseThrow();
        assertThat(own.path("origin").asString()).isEqualTo("own");
        assertThat(own.path("versions").get(0).path("status").asString()).isEqualTo("draft");
        var egdi = all.valueStream()
                .filter(it -> it.path("key").asString().equals("egdi"))
                .findFirst()
                .orElseThrow();
        assertThat(egdi.path("versions")
                        .valueStream()
                        .map(it -> it.path("version").asString()))
                .containsExactly("1.0.0", "2.0.0");
        var first = admin.get("/models?limit=1").json();
        var second = admin.get("/models?limit=1&cursor=" + first.path("next").asString())
                .json();
        assertThat(second.path("items").get(0)).isEqualTo(all.get(1));
    }

    @Test
    void the_schema_of_model_files_is_published() {
        assertThat(admin.get("/models/schema").json().path("$schema").asString())
                .contains("2020-12");
    }

    @Test
    void two_tenants_with_the_same_keys_never_meet() {
        var other = newTenant();
        draft(admin, OWN);
        admin.post(VERSION + "/publication", "");
        open(admin);
        assertThat(other.get(VERSION).status()).isEqualTo(404);
        assertThat(other.post(VERSION + "/publication", "").status()).isEqualTo(404);
        assertThat(open(other).problem()).isEqualTo("unknown-model");
        var position = draft(other, OWN.replace("title: E-Government Development Index", "title: Theirs"))
                .header("X-Event-Position");
        assertThat(admin.get(VERSION).text()).doesNotContain("Theirs");
        assertThat(settled(admin, "/models?min-position=" + position).text()).doesNotContain("Theirs");
    }

    @Test
    void what_is_no_text_or_too_much_of_it_is_refused() {
        var latin1 = admin.send(
                "POST",
                "/models",
                BodyPublishers.ofByteArray(new byte[] {'a', (byte) 0xE9, ':'}),
                Map.of("Content-Type", "application/yaml"));
        assertThat(latin1.status()).isEqualTo(400);
        assertThat(draft(admin, "#".repeat(2_000_001)).status()).isEqualTo(413);
        assertThat(draft(admin, "").status()).isEqualTo(422);
        assertThat(draft(admin, "[1]").status()).isEqualTo(422);
        assertThat(draft(admin, OWN, "text/plain").status()).isEqualTo(415);
    }
}
