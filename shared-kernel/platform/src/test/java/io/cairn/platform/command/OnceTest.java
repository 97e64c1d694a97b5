package io.cairn.platform.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.Rejected;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.command.SampleUnit.Add;
import io.cairn.platform.command.SampleUnit.Rename;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnceTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore");
    private static final Origin ANYBODY = new Origin(new ActorId("user:1"), Channel.API, new UUID(0, 9), null);

    private final Node node = new Node(DATABASE);
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UnitCode code = new UnitCode("brand-a");

    @AfterEach
    void stop() {
        node.close();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private Receipt once(String key, Command... commands) {
        return Once.of("user:1", key.getBytes(UTF_8)).call(() -> {
            Receipt last = null;
            for (var command : commands) last = node.commands.send(command, ANYBODY);
            return last;
        });
    }

    private int events() {
        return node.streams.read(StreamId.unit(tenant, code)).size();
    }

    /** What a caller is told; an aggregate remembers how things are now, not how they were. */
    private static Receipt told(Receipt receipt) {
        return new Receipt(receipt.version(), receipt.position(), receipt.events());
    }

    @Test
    void a_repeated_command_answers_what_the_first_one_did_although_it_would_now_be_refused() {
        var add = new Add(tenant, code, "A");
        var first = once("a", add);
        assertThat(told(once("a", add))).isEqualTo(told(first));
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> once("another", add));
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void also_when_it_would_now_change_nothing_or_something_else() {
        once("a", new Add(tenant, code, "A"));
        var first = once("b", new Rename(tenant, code, "B"));
        assertThat(told(once("b", new Rename(tenant, code, "B")))).isEqualTo(told(first));
        once("c", new Rename(tenant, code, "C"));
        assertThat(told(once("b", new Rename(tenant, code, "B")))).isEqualTo(told(first));
        assertThat(events()).isEqualTo(3);
    }

    @Test
    void each_command_of_a_request_is_its_own_and_a_request_cut_short_is_taken_up_where_it_ended() {
        var add = new Add(tenant, code, "A");
        once("a", add);
        var whole = once("a", add, new Rename(tenant, code, "B"));
        assertThat(whole.version()).isEqualTo(1);
        assertThat(told(once("a", add, new Rename(tenant, code, "B")))).isEqualTo(told(whole));
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void outside_such_a_request_nothing_is_remembered() {
        node.commands.send(new Add(tenant, code, "A"), ANYBODY);
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> node.commands.send(new Add(tenant, code, "A"), ANYBODY));
    }
}
