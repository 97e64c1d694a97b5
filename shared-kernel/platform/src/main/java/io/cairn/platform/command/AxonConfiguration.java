package io.cairn.platform.command;

import java.util.List;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * Axon by hand, so that nothing is there which was not asked for: no server, no serializer (the engine has its own),
 * no modules found on the class path (one of them reports to its vendor).
 */
final class AxonConfiguration {
    private AxonConfiguration() {}

    /** @param beans what command handlers may take as arguments */
    static Configuration start(
            List<AggregateType> aggregates,
            EventStorageEngine engine,
            ParameterResolverFactory beans,
            Memory memory,
            Recollection.Store store) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .registerComponent(
                        ParameterResolverFactory.class,
                        c -> MultiParameterResolverFactory.ordered(
                                ClasspathParameterResolverFactory.forClass(AxonConfiguration.class), beans))
                // the engine appends what a command decided as one transaction of its own; there is nothing to join
                .registerComponent(TransactionManager.class, c -> NoTransactionManager.INSTANCE)
                .configureSerializer(c -> {
                    throw new IllegalStateException("nothing here is serialised by Axon");
                })
                .configureCommandBus(c -> SimpleCommandBus.builder()
                        .transactionManager(c.getComponent(TransactionManager.class))
                        .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                        .build())
                // what caused an event is in its origin; Axon would note its own ids beside
                .configureCorrelationDataProviders(c -> List.of())
                .configureEmbeddedEventStore(c -> engine);
        var locks = new StripedLocks();
        for (var aggregate : aggregates) configurer.configureAggregate(shell(aggregate.shell(), locks, memory, store));
        return configurer.start();
    }

    private static <A extends AggregateShell> AggregateConfigurer<A> shell(
            Class<A> type, StripedLocks locks, Memory memory, Recollection.Store store) {
        var factory = new ShellFactory<>(type);
        return AggregateConfigurer.defaultConfiguration(type)
                .configureRepository(c -> new ShellRepository<>(
                        new Recollection<>(factory, model(type, c), c.eventStore(), store), locks, memory))
                .configureCreationPolicyAggregateFactory(c -> id -> factory.create(String.valueOf(id)))
                .configureCommandTargetResolver(c -> new StreamTarget());
    }

    private static <A> AggregateModel<A> model(Class<A> type, Configuration c) {
        return AnnotatedAggregateMetaModelFactory.inspectAggregate(
                type, c.parameterResolverFactory(), c.handlerDefinition(type));
    }
}
