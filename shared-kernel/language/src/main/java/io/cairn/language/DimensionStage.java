package io.cairn.language;

/** The stage one dimension is at. */
public record DimensionStage(DimensionKey dimension, StageRef stage) {}
