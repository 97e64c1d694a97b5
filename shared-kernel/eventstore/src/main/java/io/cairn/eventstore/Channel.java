package io.cairn.eventstore;

/** By which way something came in. */
public enum Channel {
    API,
    IMPORT,
    POLICY
}
