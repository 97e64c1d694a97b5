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

    private static Reply read(Client client, String path, String languages) {
        return client.send("GET", path, BodyPublishers.noBody(), Map.of("Accept-Language", languages));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | fr | Modèle de maturité de l’exécution marketing",
                "fr-BE, nl;q=0.5 | fr | Modèle de maturité de l’exécution marketing",
                "de, nl;q=0.5, en;q=0.1 | nl | Volwassenheidsmodel voor de uitvoering van marketing",
                "de | en | Marketing execution maturity model",
            })
    void a_model_is_read_in_the_reader_s_language(String wanted, String language, String title) {
        var shown = read(admin, "/models/memm/versions/1.0.0", wanted);
        assertThat(shown.header("Content-Language")).isEqualTo(language);
        assertThat(shown.header("Vary")).containsIgnoringCase("Accept-Language");
        assertThat(shown.json().path("title").asString()).isEqualTo(title);
        assertThat(shown.json().at("/dimensions/0/questions/0/provenance").asString())
                .isEqualTo("inferred");
        assertThat(shown.json().at("/languages/fr").asString()).isEqualTo("translation");
    }

    @Test
    void the_language_of_the_address_goes_before_that_of_the_header() {
        var shown = read(admin, "/models/rutten-dmm/versions/1.0.0?language=nl", "fr");
        assertThat(shown.header("Content-Language")).isEqualTo("nl");
        assertThat(shown.json().at("/stages/3/definition").asString()).contains("360 graden klantbeeld");
        assertThat(admin.get("/models/memm/versions/1.0.0?language=-").problem())
                .isEqualTo("invalid-parameter");
    }

    @Test
    void the_list_has_titles_in_the_reader_s_language() {
        var title = "title: {en: Theirs, fr: Le leur}";
        var position = draft(admin, OWN.replace("title: E-Government Development Index", title))
                .header("X-Event-Position");
        settled(admin, "/models?min-position=" + position);
        var titles = read(admin, "/models", "fr-CH, nl;q=0.5")
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.at("/versions/0/title").asString());
        assertThat(titles)
                .contains("Le leur", "Modèle de maturité de l’exécution marketing", "E-Government Development Index");
        assertThat(read(admin, "/models?language=en", "fr").text()).contains("Theirs");
    }

    @Test
    void what_is_missing_in_a_language_is_read_in_english() {
        var shown = read(admin, "/models/egdi/versions/2.0.0", "fr");
        assertThat(shown.header("Content-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "-;q=x", "en;q=7", ""})
    void who_asks_for_no_language_reads_all_of_them(String header) {
        var shown = read(admin, "/models/memm/versions/1.0.0", header);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().at("/title/nl").asString()).isNotEmpty();
        var file = admin.send(
                "GET",
                "/models/memm/versions/1.0.0",
                BodyPublishers.noBody(),
                Map.of("Accept", "application/yaml", "Accept-Language", "fr"));
        assertThat(file.text()).contains("  nl: Volwassenheidsmodel");
    }

    @Test
    void a_shipped_model_is_cloned_into_a_draft_of_one_s_own() {
        var cloned = admin.post("/models/memm/versions/1.0.0/clone", "{\"key\": \"ours\", \"version\": \"0.1.0\"}");
        assertThat(cloned.status()).as(cloned.toString()).isEqualTo(201);
        assertThat(cloned.header("Location")).endsWith("/models/ours/versions/0.1.0");
        assertThat(cloned.json().path("status").asString()).isEqualTo("draft");
        assertThat(read(admin, "/models/ours/versions/0.1.0", "nl").header("Content-Language"))
                .isEqualTo("nl");
        assertThat(admin.post("/models/ours/versions/0.1.0/publication", "").status())
                .isEqualTo(200);
        assertThat(admin.post("/models/ours/versions/0.1.0/clone", "{\"version\": \"0.2.0\"}")
                        .status())
                .isEqualTo(201);
        assertThat(newTenant().get("/models/ours/versions/0.1.0").status()).isEqualTo(404);
    }

    @Test
    void a_clone_replaces_nothing_and_takes_no_reserved_key() {
        draft(admin, OWN);
        var there = "{\"key\": \"own\", \"version\": \"2.0.0\"}";
        assertThat(admin.post("/models/memm/versions/1.0.0/clone", there).problem())
                .isEqualTo("already-exists");
        assertThat(admin.post("/models/memm/versions/1.0.0/clone", "{\"version\": \"2.0.0\"}")
                        .problem())
                .isEqualTo("model-key-reserved");
        assertThat(admin.post("/models/nobody/versions/1.0.0/clone", there).status())
                .isEqualTo(404);
        assertThat(newTenant().post(VERSION + "/clone", there).status()).isEqualTo(404);
        assertThat(admin.post("/models/memm/versions/1.0.0/clone", "{\"version\": \"x\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void two_versions_are_compared() {
        draft(admin, OWN);
        draft(
                admin,
                OWN.replace("version: 2.0.0", "version: 2.1.0")
                        .replace("key: hci", "key: hci-2")
                        .replace("high: 0.5\n", "high: 0.6\n")
                        .replace("Service Index, between", "Service Index 2020, between"));
        var diff = admin.get("/models/own/diff?from=2.0.0&to=2.1.0").json();
        assertThat(diff.at("/added/0/key").asString()).isEqualTo("hci-2");
        assertThat(diff.at("/removed/0/key").asString()).isEqualTo("hci");
        assertThat(diff.at("/changed/0/key").asString()).isEqualTo("osi");
        assertThat(diff.at("/changed/0/fields/0/field").asString()).isEqualTo("text");
        assertThat(diff.at("/changed/0/fields/0/to/en").asString()).contains("2020");
        assertThat(diff.at("/rules/0/to/bounds/high").asDouble()).isEqualTo(0.6);
        assertThat(diff.at("/stages/changed").size()).isZero();
        assertThat(admin.get("/models/egdi/diff?from=2.0.0&to=2.0.0&toKey=own")
                        .json()
                        .at("/changed")
                        .size())
                .isZero();
        assertThat(admin.get("/models/own/diff?from=2.0.0&to=9.0.0").status()).isEqualTo(404);
        assertThat(newTenant().get("/models/own/diff?from=2.0.0&to=2.1.0").status())
                .isEqualTo(404);
        assertThat(admin.get("/models/own/diff?from=2.0.0").status()).isEqualTo(400);
    }

    @Test
    void a_file_is_validated_without_being_stored() {
        var good = admin.send(
                "POST", "/models/validation", BodyPublishers.ofString(OWN), Map.of("Content-Type", "application/yaml"));
        assertThat(good.status()).as(good.toString()).isEqualTo(200);
        assertThat(good.json().path("questions").asInt()).isEqualTo(3);
        assertThat(good.json().at("/languages/0/complete").asBoolean()).isTrue();
        assertThat(admin.get(VERSION).status()).isEqualTo(404);
        var bad = admin.send(
                "POST",
                "/models/validation",
                BodyPublishers.ofString(OWN.replace("weight: 1\n", "weight: heavy\n")),
                Map.of("Content-Type", "application/yaml"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.pointers()).contains("/dimensions/0/weight");
        var reserved = admin.send(
                "POST",
                "/models/validation",
                BodyPublishers.ofString(OWN.replace("key: own", "key: egdi")),
                Map.of("Content-Type", "application/yaml"));
        assertThat(reserved.problem()).isEqualTo("model-key-reserved");
    }

    @Test
    void a_retired_version_stays_readable_and_can_be_cloned() {
        draft(admin, OWN);
        admin.post(VERSION + "/publication", "");
        admin.post(VERSION + "/retirement", "");
        assertThat(admin.get(VERSION).status()).isEqualTo(200);
        assertThat(admin.post(VERSION + "/clone", "{\"version\": \"2.0.1\"}").status())
                .isEqualTo(201);
        assertThat(open(admin).problem()).isEqualTo("model-is-retired");
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
