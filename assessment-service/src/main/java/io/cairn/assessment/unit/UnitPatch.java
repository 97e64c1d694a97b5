package io.cairn.assessment.unit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cairn.assessment.Name;
import io.cairn.language.FreeText;
import io.cairn.language.UnitCode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a unit; what is left out stays.
 *
 * @param newParent null when left out, empty for an explicit null: to the top
 * @param retired its last day is today when left out
 */
record UnitPatch(
        @Nullable Name name,

        @JsonProperty("parent") @Nullable Optional<UnitCode> newParent,

        @Nullable Retirement retired) {

    record Retirement(@Nullable LocalDate lastDay, @Nullable FreeText reason) {}

    boolean moves() {
        return newParent != null;
    }

    @Nullable
    UnitCode parent() {
        return newParent == null ? null : newParent.orElse(null);
    }
}
