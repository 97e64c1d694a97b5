package io.cairn.maturity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures and stages are named in sentences for people. */
final class Words {
    private Words() {}

    /** Rounded down, so that a bound just missed is not said to be met. */
    static String percent(double share) {
        var percent = BigDecimal.valueOf(Figures.shown(share)).movePointRight(2).setScale(1, RoundingMode.DOWN);
        return NumberText.plain(percent) + " %";
    }

    static String stage(MaturityModel model, int ordinal) {
        return "stage " + ordinal + " ("
                + model.stages().get(ordinal - 1).title().in("en") + ")";
    }
}
