package io.cairn.reporting.chart;

import java.util.List;

/**
 * The stages of a model, the lowest first.
 *
 * @param first ordinal of the lowest: 0 where a unit may be below the first stage, else 1
 */
public record Scale(int first, List<String> titles) {
    public Scale {
        titles = List.copyOf(titles);
    }

    int size() {
        return titles.size();
    }

    /** 0 for the lowest. */
    int place(int ordinal) {
        return Math.clamp(ordinal - first, 0, Math.max(0, size() - 1));
    }

    public String title(int ordinal) {
        return titles.isEmpty() ? "" : titles.get(place(ordinal));
    }

    Colour colour(int ordinal) {
        return Colour.ofStage(place(ordinal), size());
    }
}
