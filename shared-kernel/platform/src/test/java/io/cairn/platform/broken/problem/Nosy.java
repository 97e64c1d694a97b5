package io.cairn.platform.broken.problem;

import io.cairn.platform.identity.Caller;

/** Asks who is calling before saying what is wrong. */
public record Nosy(Caller caller) {}
