package io.cairn.platform.command;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.CairnStorageEngine;
import io.cairn.eventstore.Channel;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.PostgresEventSource;
import io.cairn.eventstore.VersionConflict;
import io.cairn.eventstore.json.EventJson;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.Rejected;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.cairn.platform.command.SampleUnit.Add;
import io.cairn.platform.command.SampleUnit.Names;
import io.cairn.platform.command.SampleUnit.Rename;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class CommandsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore");
    private static final UnitCode CODE = new UnitCode("brand-a");
    private static final Origin ANYBODY = new Origin(new ActorId("user:1"), Channel.API, new UUID(0, 9), null);

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final Node node = new Node(DATABASE, Node.CACHE, Duration.ofMillis(300));
    private final AxonCommands commands = node.commands;

    @AfterEach
    void close() {
        node.close();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private long counted(String command, String outcome) {
        var timer = node.meters
                .find("cairn.commands")
                .tags("command", command, "outcome", outcome)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    /** As another node would, at the version after the last. */
    private void somebodyElseRenames() {
        var stream = StreamId.unit(tenant, CODE);
        var version = node.streams.read(stream).size();
        node.appender.append(List.of(
                new NewEvent(stream, version, UUID.randomUUID(), new UnitRenamed(CODE, "E" + version), ANYBODY)));
    }

    @Test
    void a_command_is_answered_with_what_came_of_it() {
        var receipt = commands.send(new Add(tenant, CODE, " A "), ANYBODY);
        assertThat(receipt.version()).isZero();
        assertThat(receipt.position()).isPositive();
        assertThat(receipt.remembered(String.class)).hasValue("A");
        assertThat(receipt.events()).containsExactly(new UnitAdded(CODE, "A", null));
        var stored = node.streams.read(StreamId.unit(tenant, CODE));
        assertThat(stored).singleElement().satisfies(event -> {
            assertThat(event.position()).isEqualTo(receipt.position());
            assertThat(event.origin()).isEqualTo(ANYBODY);
        });
        assertThat(counted("Add", "done")).isEqualTo(1);
    }

    @Test
    void a_command_that_changes_nothing_tells_the_version_and_the_head() {
        var added = commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        var same = commands.send(new Rename(tenant, CODE, "A"), ANYBODY);
        assertThat(same.events()).isEmpty();
        assertThat(same.version()).isZero();
        assertThat(same.position()).isGreaterThanOrEqualTo(added.position());
        assertThat(counted("Rename", "unchanged")).isEqualTo(1);
    }

    @Test
    void a_refusal_comes_back_as_itself() {
        assertThatThrownBy(() -> commands.send(new Rename(tenant, CODE, "A"), ANYBODY))
                .isInstanceOf(Rejected.class);
        assertThat(counted("Rename", "refused")).isEqualTo(1);
        assertThat(node.streams.read(StreamId.unit(tenant, CODE))).isEmpty();
    }

    @Test
    void an_old_version_comes_back_as_stale() {
        commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        commands.send(new Rename(tenant, CODE, "B"), ANYBODY, 0L);
        assertThatThrownBy(() -> commands.send(new Rename(tenant, CODE, "C"), ANYBODY, 0L))
                .isInstanceOf(StaleVersion.class);
        assertThat(counted("Rename", "stale")).isEqualTo(1);
    }

    @Test
    void another_tenants_stream_is_another_stream() {
        commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        var stranger = new TenantId(UUID.randomUUID());
        assertThatThrownBy(() -> commands.send(new Rename(stranger, CODE, "B"), ANYBODY))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void a_lost_race_is_decided_again() {
        commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        node.beforeAppend = () -> {
            node.beforeAppend = () -> {};
            somebodyElseRenames();
        };
        var receipt = commands.send(new Rename(tenant, CODE, "B"), ANYBODY);
        assertThat(receipt.version()).isEqualTo(2);
        assertThat(counted("Rename", "done")).isEqualTo(1);
    }

    @Test
    void a_lost_race_for_the_first_event_is_decided_again() {
        node.beforeAppend = () -> {
            node.beforeAppend = () -> {};
            node.appender.append(List.of(new NewEvent(
                    StreamId.unit(tenant, CODE), 0, UUID.randomUUID(), new UnitAdded(CODE, "E", null), ANYBODY)));
        };
        assertThatThrownBy(() -> commands.send(new Add(tenant, CODE, "A"), ANYBODY))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void a_race_lost_too_often_is_a_conflict() {
        commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        node.beforeAppend = this::somebodyElseRenames;
        assertThatThrownBy(() -> commands.send(new Rename(tenant, CODE, "B"), ANYBODY))
                .isInstanceOf(VersionConflict.class);
        assertThat(node.streams.read(StreamId.unit(tenant, CODE)))
                .as("attempts")
                .hasSizeGreaterThan(4);
        assertThat(counted("Rename", "conflict")).isEqualTo(1);
    }

    @Test
    void a_race_lost_with_a_version_in_mind_is_stale_and_not_decided_again() {
        commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        node.beforeAppend = this::somebodyElseRenames;
        assertThatThrownBy(() -> commands.send(new Rename(tenant, CODE, "B"), ANYBODY, 0L))
                .isInstanceOf(StaleVersion.class);
        assertThat(node.streams.read(StreamId.unit(tenant, CODE))).hasSize(2);
    }

    @Test
    void a_fault_while_appending_comes_back_as_itself() {
        node.beforeAppend = () -> {
            throw new IllegalStateException("no room");
        };
        assertThatThrownBy(() -> commands.send(new Add(tenant, CODE, "A"), ANYBODY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no room");
        assertThat(counted("Add", "fault")).isEqualTo(1);
    }

    @Test
    void many_at_once_each_find_their_place() {
        commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        var sent = IntStream.range(0, 20)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> commands.send(new Rename(tenant, CODE, "B" + i), ANYBODY)))
                .toList();
        assertThat(sent.stream()
                        .map(CompletableFuture::join)
                        .map(Receipt::version)
                        .collect(toSet()))
                .hasSize(20);
        assertThat(node.streams.read(StreamId.unit(tenant, CODE))).hasSize(21);
    }

    @Test
    void axon_has_nothing_that_was_not_asked_for() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("names", (Names) String::strip);
        var engine = new CairnStorageEngine(
                node.appender, node.streams, new PostgresEventSource(DATABASE.projector(), EventJson.standard()));
        var axon = AxonConfiguration.start(
                List.of(new AggregateType(SampleUnit.class)),
                engine,
                new BeanParameters(beans),
                new Memory(Node.CACHE, node.meters),
                node.store);
        assertThat(axon.commandBus()).isExactlyInstanceOf(SimpleCommandBus.class);
        assertThat(axon.eventStore()).isExactlyInstanceOf(EmbeddedEventStore.class);
        assertThat(axon.getComponent(TransactionManager.class)).isSameAs(NoTransactionManager.INSTANCE);
        assertThatThrownBy(axon::serializer).hasMessageContaining("nothing here is serialised by Axon");
        assertThat(axon.getModules())
                .extracting(module -> module.getClass().getSimpleName())
                .doesNotContain("ServerConnectorConfigurerModule");
        axon.shutdown();
    }
}
