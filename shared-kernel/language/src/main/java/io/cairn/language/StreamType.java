package io.cairn.language;

/** What kind of aggregate a stream belongs to. */
public enum StreamType {
    TENANT,
    UNIT,
    MODEL,
    ASSESSMENT,
    JOURNEY,
    CYCLE,
    ROADMAP
}
