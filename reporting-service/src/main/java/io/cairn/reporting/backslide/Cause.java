package io.cairn.reporting.backslide;

import io.cairn.maturity.backslide.Course;
import io.cairn.maturity.backslide.Factor;
import io.cairn.reporting.point.StagePoint;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a unit is at a lower stage. */
enum Cause {
    ANSWER_CHANGED,
    EVIDENCE_EXPIRED,
    SCOPE_CHANGED,
    MODEL_VERSION_CHANGED,
    /** Somebody set the stage, now or before: the assessments did not fall. */
    DECIDED,
    /** The recorded answers do not tell. */
    NOT_TOLD;

    private static final String MODEL_VERSION = "model-version";

    static Cause of(StagePoint to, Optional<Course> course) {
        var decision = to.decision();
        if (decision != null && MODEL_VERSION.equals(decision.cause())) return MODEL_VERSION_CHANGED;
        if (decision != null && decision.overridden()) return DECIDED;
        if (course.isEmpty()) return NOT_TOLD;
        var before = course.get().before().stage();
        var after = course.get().after().stage();
        if (before == null || after == null) return NOT_TOLD;
        if (after.ordinal() >= before.ordinal()) return DECIDED;
        return of(course.get().fall());
    }

    private static Cause of(@Nullable Factor factor) {
        if (factor == null) return NOT_TOLD;
        return switch (factor) {
            case ANSWERS -> ANSWER_CHANGED;
            case SCOPE -> SCOPE_CHANGED;
            case EVIDENCE -> EVIDENCE_EXPIRED;
            case MODEL -> MODEL_VERSION_CHANGED;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
