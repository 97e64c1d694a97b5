package io.cairn.maturity;

import io.cairn.language.Profile;
import io.cairn.language.StageRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far answers tell a stage: it is {@code atLeast} the one and {@code atMost} the other, and told when they are
 * the same. A gate that nothing can be said about neither passes nor fails: what is proven below it stands, and
 * {@code why} says that there may be more.
 *
 * @param why null when the stage is told
 */
record Reading(
        int atLeast,
        int atMost,
        @Nullable Double fraction,
        @Nullable String why) {

    static Reading told(int ordinal, @Nullable Double fraction) {
        return new Reading(ordinal, ordinal, fraction, null);
    }

    static Reading unknown(MaturityModel model, String why) {
        return new Reading(0, model.stages().size(), null, why);
    }

    /** The lowest of several, which is as far as the weakest has come. */
    static Reading lowest(MaturityModel model, List<Reading> readings) {
        if (readings.isEmpty()) return unknown(model, "No dimension here is mandatory, so none decides the stage.");
        var atLeast = readings.stream().mapToInt(Reading::atLeast).min().orElseThrow();
        var atMost = readings.stream().mapToInt(Reading::atMost).min().orElseThrow();
        var weakest = readings.stream().filter(r -> r.atLeast == atLeast).toList();
        return new Reading(atLeast, atMost, lowestFraction(weakest), atLeast < atMost ? reason(weakest) : null);
    }

    private static @Nullable Double lowestFraction(List<Reading> weakest) {
        var lowest = 1.0;
        for (var reading : weakest) {
            if (reading.fraction == null) return null;
            lowest = Math.min(lowest, reading.fraction);
        }
        return lowest;
    }

    static @Nullable String reason(List<Reading> readings) {
        for (var reading : readings) if (reading.why != null) return reading.why;
        return null;
    }

    /** What is proven; null when nothing is. */
    Profile.@Nullable Stage stage(MaturityModel model) {
        if (why != null && atLeast == 0) return null;
        var ref = ref(model, atLeast);
        return new Profile.Stage(ref.ordinal(), ref.key(), fraction == null ? null : Figures.shown(fraction));
    }

    static StageRef ref(MaturityModel model, int ordinal) {
        return ordinal == 0 ? StageRef.NONE : model.stages().get(ordinal - 1).ref();
    }
}
