package io.cairn.language;

/** The stage that the same answers come to under another version of the model. */
public record StageUnder(ModelRef model, StageRef stage) {}
