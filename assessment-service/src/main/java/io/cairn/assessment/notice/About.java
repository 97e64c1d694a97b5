package io.cairn.assessment.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.DimensionKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import io.cairn.language.UnitCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a notice is about: ids, keys and dates, and never a word that a person wrote.
 *
 * @param to the stage proposed, reached or aimed at
 * @param dimension a target is about, null for the unit as a whole
 * @param lastDay of the period, in a reminder
 * @param daysLeft until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record About(
        @Nullable UnitCode unit,
        @Nullable ModelRef model,
        @Nullable Period period,
        @Nullable UUID assessment,
        @Nullable UUID cycle,
        @Nullable QuestionKey question,
        @Nullable UUID proposal,
        @Nullable StageRef from,
        @Nullable StageRef to,
        @Nullable LocalDate lastDay,
        @Nullable Integer daysLeft,
        @Nullable UUID webhook,
        @Nullable DimensionKey dimension) {

    public static About assessment(UUID id, UnitCode unit, ModelRef model, Period period) {
        return new About(unit, model, period, id, null, null, null, null, null, null, null, null, null);
    }

    public static About cycle(UUID id, ModelRef model, Period period, LocalDate lastDay) {
        return new About(null, model, period, null, id, null, null, null, null, lastDay, null, null, null);
    }

    public static About webhook(UUID id) {
        return new About(null, null, null, null, null, null, null, null, null, null, null, id, null);
    }

    /** @param from where the unit, or its dimension, stood at the end of the period */
    static About target(
            UnitCode unit,
            ModelRef model,
            Period period,
            @Nullable DimensionKey dimension,
            @Nullable StageRef from,
            StageRef to) {
        return new About(unit, model, period, null, null, null, null, from, to, null, null, null, dimension);
    }

    About question(QuestionKey asked) {
        return new About(
                unit,
                model,
                period,
                assessment,
                cycle,
                asked,
                proposal,
                from,
                to,
                lastDay,
                daysLeft,
                webhook,
                dimension);
    }

    About stage(UUID proposed, @Nullable StageRef before, StageRef after) {
        return new About(
                unit,
                model,
                period,
                assessment,
                cycle,
                question,
                proposed,
                before,
                after,
                lastDay,
                daysLeft,
                webhook,
                dimension);
    }

    /** @param in the cycle whose last day it is */
    public About due(UUID in, LocalDate day, int left) {
        return new About(
                unit, model, period, assessment, in, question, proposal, from, to, day, left, webhook, dimension);
    }
}
