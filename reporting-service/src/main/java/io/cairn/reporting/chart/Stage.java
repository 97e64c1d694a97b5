package io.cairn.reporting.chart;

/** Where a unit stood. @param title as the version of the model calls it under which that was decided */
public record Stage(int ordinal, String title) {}
