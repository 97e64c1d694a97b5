package io.cairn.reporting.difference;

import io.cairn.language.Period;
import io.cairn.language.StageRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two points of a unit's past, and what lies between them.
 *
 * @param change after less before
 * @param causes in the order of the model's questions; then its version, then the decision on the stage
 * @param rest what the causes, each taken by itself, do not add up to
 */
public record Difference(
        String unit, String model, Side before, Side after, Change change, List<Cause> causes, Rest rest) {
    public static final String METHOD =
            "Each cause is worth what the later point would lose without it, everything else"
                    + " as it is. Where several work together only, their worths do not add up: what is left is the rest.";

    public Difference {
        causes = List.copyOf(causes);
    }

    /**
     * What was known at one of the points.
     *
     * @param effective, recorded as asked for; null recorded is now
     * @param period whose assessment it is; null, as is what follows, when none was known
     * @param found the stage that the answers came to; {@code undetermined} says why they told none
     * @param counts the stage that counted
     */
    public record Side(
            Period effective,
            @Nullable Instant recorded,
            @Nullable Period period,
            @Nullable UUID assessment,
            @Nullable String modelVersion,
            @Nullable String status,
            @Nullable Double score,
            @Nullable Double max,
            @Nullable Double share,
            @Nullable StageRef found,
            @Nullable String undetermined,
            @Nullable StageRef counts) {}

    /** @param score null between versions of the model; @param stages up or down, of those that counted */
    public record Change(
            @Nullable Double score,
            @Nullable Double share,
            @Nullable Integer stages) {}

    /** @param stage whether another stage is found and no cause by itself makes it so */
    public record Rest(@Nullable Double score, @Nullable Double share, boolean stage, String method) {}
}
