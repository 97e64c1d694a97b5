package io.cairn.platform.command;

import io.cairn.language.StreamId;

/** What somebody wants to happen to one stream. */
public interface Command {
    StreamId stream();
}
