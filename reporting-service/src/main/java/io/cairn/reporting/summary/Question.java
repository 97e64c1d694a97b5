package io.cairn.reporting.summary;

import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.request.Asked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told in words.
 *
 * @param unit the one it is about, or {@code under}: the top of the part of the tree; neither for the whole company
 * @param period null for that of today
 * @param recorded the time as of which to tell, null for now
 */
record Question(
        ModelKey model,
        @Nullable UnitCode unit,
        @Nullable UnitCode under,
        @Nullable Period period,
        @Nullable Instant recorded,
        String language) {
    static Question asked(
            String model,
            @Nullable String unit,
            @Nullable String under,
            @Nullable String period,
            @Nullable String recordedAt,
            String language) {
        var one = Asked.unitIfAny("unit", unit);
        var top = Asked.unitIfAny("under", under);
        if (one != null && top != null)
            throw Problem.badParameter("under", "either a unit or what is under one")
                    .exception();
        return new Question(
                Asked.model(model),
                one,
                top,
                Asked.periodIfAny("period", period),
                Asked.instantIfAny("recordedAt", recordedAt),
                language);
    }
}
