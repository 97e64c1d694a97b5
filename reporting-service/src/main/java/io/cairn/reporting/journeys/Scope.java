package io.cairn.reporting.journeys;

import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import io.cairn.maturity.movement.Window;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.request.Asked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which journeys are asked about, and which of their time.
 *
 * @param under of this unit and all below it; null for every unit
 * @param from changes after this period; null for ever since
 * @param to and up to this one, included; null for all there is
 * @param at as known then
 */
public record Scope(
        ModelKey model,
        @Nullable UnitCode under,
        @Nullable Period from,
        @Nullable Period to,
        Instant at) {
    /** After the last month of any period. */
    private static final int END = 3001 * 12;

    public Scope {
        if (from != null && to != null && from.endMonth() >= to.endMonth())
            throw Problem.badParameter("to", "to ends later than from").exception();
    }

    public static Scope asked(
            String model,
            @Nullable String under,
            @Nullable String from,
            @Nullable String to,
            @Nullable String recordedAt) {
        return new Scope(
                Asked.model(model),
                Asked.unitIfAny("under", under),
                Asked.periodIfAny("from", from),
                Asked.periodIfAny("to", to),
                Asked.recordedAt(recordedAt));
    }

    public Window window() {
        return new Window(from == null ? null : from.endMonth(), last());
    }

    int last() {
        return to == null ? END : to.endMonth();
    }
}
