package io.cairn.platform.command;

import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** Axon's given/when/then around an aggregate, wired as in production; events given need no stream id. */
public final class AggregateFixtures {
    private AggregateFixtures() {}

    /** @param resources what the command handlers take as arguments beside the command, found by type */
    public static <A extends AggregateShell> FixtureConfiguration<A> of(Class<A> shell, Object... resources) {
        var fixture = new AggregateTestFixture<>(shell);
        fixture.registerInjectableResources(resources);
        fixture.registerCommandTargetResolver(new StreamTarget());
        fixture.registerAggregateFactory(new ShellFactory<>(shell));
        return fixture;
    }

    /** For {@code when(command, seen(3))}: the version the sender has seen. */
    public static Map<String, ?> seen(long version) {
        return Map.of(AggregateShell.EXPECTED_VERSION, version);
    }
}
