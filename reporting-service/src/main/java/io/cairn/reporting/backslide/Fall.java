package io.cairn.reporting.backslide;

import io.cairn.reporting.point.StagePoint;

/** Two points of a unit, one after the other, the later at the lower stage. */
record Fall(String unit, int fromOrder, int toOrder, StagePoint from, StagePoint to) {}
