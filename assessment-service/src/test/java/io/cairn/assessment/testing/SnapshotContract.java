package io.cairn.assessment.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.event.Event;
import io.cairn.platform.command.AggregateShell;
import io.cairn.platform.command.SnapshotFixture;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What holds for the snapshots of every aggregate. Its form is pinned by a file per revision: when a state's form or
 * meaning changes, {@code @Snapshotted} gets the next revision and a new file, and snapshots of the old one are passed
 * over.
 */
public final class SnapshotContract<A extends AggregateShell> {
    private static final JsonMapper PLAIN = JsonMapper.shared();

    private final SnapshotFixture<A> fixture;
    private final Path file;
    private final List<? extends Event> events;

    /** @param events a life in which everything happens that the state remembers */
    public SnapshotContract(Class<A> shell, List<? extends Event> events) {
        this.fixture = SnapshotFixture.of(shell);
        this.file = Path.of("src/test/resources/snapshots")
                .resolve(shell.getSimpleName().replace("Aggregate", "") + "." + fixture.revision() + ".json");
        this.events = events;
    }

    /** Wherever in the stream the snapshot was taken. */
    public void a_snapshot_and_the_events_behind_it_tell_what_all_events_tell() {
        for (var after = 0; after <= events.size(); after++)
            assertThat(fixture.recalled(events, after)).isEqualTo(fixture.replayed(events));
    }

    public void its_form_is_the_one_of_its_revision() {
        var json = PLAIN.readTree(fixture.json(events));
        assertThat(file).as("the form of this revision, which is now %s", json).exists();
        assertThat(inOrder(json)).isEqualTo(inOrder(PLAIN.readTree(file.toFile())));
    }

    /** Lists of texts sorted: what a set is written as comes in any order. */
    private static JsonNode inOrder(JsonNode node) {
        if (node instanceof ObjectNode object) object.forEach(SnapshotContract::inOrder);
        if (node instanceof ArrayNode array && array.valueStream().allMatch(JsonNode::isString)) {
            var texts = array.valueStream().map(JsonNode::stringValue).sorted().toList();
            array.removeAll();
            texts.forEach(array::add);
        }
        return node;
    }

    /** @param words what people wrote in those events */
    public void words_can_be_erased(String... words) {
        var snapshot = fixture.snapshot(events);
        assertThat(snapshot.state()).doesNotContain(words);
        assertThat(snapshot.texts()).contains(words);
    }
}
