package io.cairn.eventstore.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.Event;
import io.cairn.language.event.UnitEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventContractTest {
    private static final Path CONTRACTS = Path.of("src/test/resources/events");
    private static final JsonMapper PLAIN = new JsonMapper();

    @Test
    void every_event_of_the_language_is_in_the_catalogue() {
        assertThat(leaves(Event.class))
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.standard().entries().stream()
                        .<Class<?>>map(EventCatalogue.Entry::type)
                        .toList());
    }

    @Test
    void every_revision_ever_written_has_its_contract() throws IOException {
        var expected = new TreeSet<String>();
        for (var entry : EventCatalogue.standard().entries())
            for (var revision = 1; revision <= entry.revision(); revision++)
                expected.add(entry.name() + "." + revision + ".json");
        try (var files = Files.list(CONTRACTS)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    static List<Event> every_event() {
        return ExampleEvents.ALL;
    }

    @Test
    void there_is_an_example_of_every_event() {
        assertThat(leaves(Event.class))
                .containsExactlyInAnyOrderElementsOf(ExampleEvents.ALL.stream()
                        .<Class<?>>map(Object::getClass)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("every_event")
    void an_event_is_written_as_its_contract_says(Event event) {
        var written = json().write(event);
        assertThat(tree(written)).isEqualTo(contract(written.name(), written.revision()));
    }

    @ParameterizedTest
    @MethodSource("every_event")
    void a_contract_is_read_as_the_event_it_was(Event event) {
        var entry = EventCatalogue.standard().of(event);
        var contract = contract(entry.name(), entry.revision());
        var texts = contract.get("texts");
        assertThat(json().read(new EventJson.Form(
                        entry.name(),
                        entry.revision(),
                        contract.get("payload").toString(),
                        texts == null ? null : texts.toString())))
                .isEqualTo(event);
    }

    static Set<String> what_joined_an_event_later() {
        return ExampleEvents.WITH_MORE.keySet();
    }

    @ParameterizedTest
    @MethodSource
    void what_joined_an_event_later(String name) throws IOException {
        var event = ExampleEvents.WITH_MORE.get(name);
        var written = EventJson.standard().write(event);
        var contract = Files.readString(Path.of("src/test/resources/events-with-more/" + name + ".json"));
        assertThat(PLAIN.readTree(written.payload())).isEqualTo(PLAIN.readTree(contract));
        assertThat(EventJson.standard().read(new EventJson.Form(written.name(), written.revision(), contract, null)))
                .isEqualTo(event);
    }

    @Test
    void an_assessment_opened_before_answers_were_carried_over_carries_none() {
        var payload = contract("AssessmentOpened", 1).get("payload").toString();
        assertThat(EventJson.standard().read(new EventJson.Form("AssessmentOpened", 1, payload, null)))
                .isEqualTo(new AssessmentEvent.AssessmentOpened(
                        new UnitCode("NL-retail"), ModelRef.of("egdi", "1.0.0"), Period.parse("2026-Q4")));
    }

    @Test
    void answers_carried_over_before_versions_could_differ_are_of_the_same_version() {
        var contract = contract("AssessmentOpened", 2);
        var read = EventJson.standard()
                .read(new EventJson.Form(
                        "AssessmentOpened",
                        2,
                        contract.get("payload").toString(),
                        contract.get("texts").toString()));
        assertThat(((AssessmentEvent.AssessmentOpened) read).carriedFromVersion())
                .isEqualTo(ModelVersion.parse("1.0.0"));
    }

    @Test
    void what_a_person_wrote_is_not_in_the_payload() {
        var written = EventJson.standard().write(new AssessmentEvent.AssessmentReturned(FreeText.of("Eve forgot it")));
        assertThat(written.payload()).doesNotContain("Eve").contains("sha256");
        assertThat(written.texts()).contains("Eve forgot it");
    }

    @Test
    void the_same_words_twice_have_different_digests() {
        var event = new AssessmentEvent.AssessmentReturned(FreeText.of("yes"));
        assertThat(EventJson.standard().write(event).payload())
                .isNotEqualTo(EventJson.standard().write(event).payload());
    }

    @Test
    void a_text_without_words_reads_as_erased() {
        var written = EventJson.standard().write(new AssessmentEvent.AssessmentReturned(FreeText.of("Eve forgot it")));
        var read = EventJson.standard()
                .read(new EventJson.Form(written.name(), written.revision(), written.payload(), null));
        assertThat(read).isEqualTo(new AssessmentEvent.AssessmentReturned(new FreeText.Erased()));
    }

    @Test
    void what_has_no_value_is_left_out() {
        var written = EventJson.standard().write(new UnitEvent.UnitMoved(new UnitCode("A"), null));
        assertThat(written.payload()).isEqualTo("{\"code\":\"A\"}");
        assertThat(written.texts()).isNull();
    }

    @Test
    void an_older_revision_is_read_through_its_upcasters() {
        // made up: revision 1 called the name "title", revision 2 called it "label"
        var catalogue =
                new EventCatalogue(List.of(new EventCatalogue.Entry("UnitRenamed", 3, UnitEvent.UnitRenamed.class)));
        var json =
                new EventJson(catalogue, List.of(renamed(2, "label", "name"), renamed(1, "title", "label")), salts());
        assertThat(json.read(new EventJson.Form("UnitRenamed", 1, "{\"code\":\"A\",\"title\":\"Alpha\"}", null)))
                .isEqualTo(new UnitEvent.UnitRenamed(new UnitCode("A"), "Alpha"));
        assertThat(json.read(new EventJson.Form("UnitRenamed", 2, "{\"code\":\"A\",\"label\":\"Alpha\"}", null)))
                .isEqualTo(new UnitEvent.UnitRenamed(new UnitCode("A"), "Alpha"));
    }

    @Test
    void a_revision_nobody_can_read_is_a_fault() {
        var tomorrow = new EventJson.Form("UnitRenamed", 2, "{}", null);
        assertThatThrownBy(() -> EventJson.standard().read(tomorrow)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_field_of_a_newer_node_is_passed_over() {
        var read = EventJson.standard()
                .read(new EventJson.Form("UnitRenamed", 1, "{\"code\":\"A\",\"name\":\"B\",\"colour\":\"red\"}", null));
        assertThat(read).isEqualTo(new UnitEvent.UnitRenamed(new UnitCode("A"), "B"));
    }

    @Test
    void lists_that_are_left_out_are_empty() {
        var read = EventJson.standard()
                .read(new EventJson.Form(
                        "AnswerRecorded", 1, "{\"question\":\"q\",\"answer\":{\"value\":true}}", null));
        assertThat(read)
                .isEqualTo(new AssessmentEvent.AnswerRecorded(
                        new QuestionKey("q"), Answer.of(AnswerValue.of(true)), null));
    }

    private static Upcaster renamed(int revision, String from, String to) {
        return new Upcaster() {
            @Override
            public String name() {
                return "UnitRenamed";
            }

            @Override
            public int revision() {
                return revision;
            }

            @Override
            public JsonNode upcast(JsonNode payload) {
                var object = (ObjectNode) payload;
                object.set(to, object.remove(from));
                return object;
            }
        };
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Set.of(type.getPermittedSubclasses()).stream().flatMap(EventContractTest::leaves)
                : Stream.of(type);
    }

    private static EventJson json() {
        return new EventJson(EventCatalogue.standard(), List.of(), salts());
    }

    /** 16 bytes of 1, 16 bytes of 2 and so on, so that a contract can be compared. */
    private static Supplier<byte[]> salts() {
        var number = new AtomicInteger();
        return () -> HexFormat.of().parseHex(("0" + number.incrementAndGet()).repeat(16));
    }

    private static JsonNode tree(EventJson.Form written) {
        var object = new HashMap<String, JsonNode>();
        object.put("payload", PLAIN.readTree(written.payload()));
        if (written.texts() != null) object.put("texts", PLAIN.readTree(written.texts()));
        return PLAIN.valueToTree(object);
    }

    private static JsonNode contract(String name, int revision) {
        var file = CONTRACTS.resolve(name + "." + revision + ".json");
        assertThat(file).exists();
        return PLAIN.readTree(file.toFile());
    }
}
