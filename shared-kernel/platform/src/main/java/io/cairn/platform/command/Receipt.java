package io.cairn.platform.command;

import io.cairn.language.event.Event;
import java.util.List;

/**
 * What came of a command.
 *
 * @param version of the stream now, -1 when it has no event
 * @param position of the last event appended, or of the store's head when the command changed nothing
 * @param events appended by it, in order
 */
public record Receipt(long version, long position, List<Event> events) {}
