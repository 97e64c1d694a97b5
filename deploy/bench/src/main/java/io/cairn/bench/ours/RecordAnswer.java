package io.cairn.bench.ours;

import io.cairn.language.StreamId;
import io.cairn.platform.command.Command;

/** An answer for an {@link AnswerSheet}. The same number twice in a row says nothing new. */
public record RecordAnswer(StreamId stream, long number) implements Command {}
