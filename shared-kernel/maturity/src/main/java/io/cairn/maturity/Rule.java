package io.cairn.maturity;

import io.cairn.language.Profile;
import io.cairn.language.StageRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How answers become stages under one model. */
sealed interface Rule permits GatedRule, BandRule {
    static Rule of(MaturityModel model) {
        return switch (model.stageRule()) {
            case StageRule.Gated gated -> new GatedRule(model, gated);
            case StageRule.Thresholds thresholds -> new BandRule(model, new ThresholdBands(model, thresholds));
            case StageRule.Mean mean -> new BandRule(model, new MeanBands(model, mean));
        };
    }

    /** The stage of one dimension. */
    Reading alone(Sheet sheet);

    /** The one stage of a view, or of a model without views. */
    Reading together(List<Sheet> sheets);

    /** The questions that keep the whole from the stage after {@code overall}, in the order in which to mend them. */
    List<Profile.Blocking> blocking(List<Sheet> sheets, Reading overall);

    default List<Profile.Skipped> skipped(Sheet sheet) {
        return List.of();
    }

    default @Nullable StageRef ifMended(Sheet sheet) {
        return null;
    }

    /** The overall stage if the skipped stages of all mandatory dimensions were mended; null when none is skipped. */
    default @Nullable StageRef ifAllMended(List<Sheet> sheets) {
        return null;
    }

    static List<Sheet> mandatory(List<Sheet> sheets) {
        return sheets.stream().filter(sheet -> sheet.dimension().mandatory()).toList();
    }
}
