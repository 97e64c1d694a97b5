package io.cairn.reporting.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a chart is made of. */
public sealed interface Shape {
    /** @param note what it stands for, told by browsers that point at it; null for none */
    record Path(
            List<Step> steps,
            @Nullable Colour fill,
            @Nullable Stroke stroke,
            @Nullable String note) implements Shape {
        public Path {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param x, y where its base line begins, has its middle or ends
     * @param upright whether it reads from below
     * @param whole the text before it was cut; null when it was not
     */
    record Label(
            double x,
            double y,
            String text,
            double size,
            Anchor anchor,
            boolean bold,
            boolean upright,
            Colour colour,
            @Nullable String whole)
            implements Shape {}

    /** Which end of a label stands at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
