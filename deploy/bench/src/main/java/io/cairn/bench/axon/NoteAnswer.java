package io.cairn.bench.axon;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** An answer for a {@link StockSheet}. */
public record NoteAnswer(@TargetAggregateIdentifier String sheet, long number) {}
