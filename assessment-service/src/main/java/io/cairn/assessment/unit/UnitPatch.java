package io.cairn.assessment.unit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cairn.assessment.Name;
import io.cairn.language.FreeText;
import io.cairn.language.UnitCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What changes of a unit; what is left out stays. No record, which could not tell a parent left out from none. */
final class UnitPatch {
    private @Nullable Name name;
    private boolean moves;
    private @Nullable UnitCode parent;
    private boolean takesBack;
    private @Nullable Retirement retired;

    /** @param lastDay today when left out */
    record Retirement(@Nullable LocalDate lastDay, @Nullable FreeText reason) {}

    @Nullable
    Name name() {
        return name;
    }

    boolean moves() {
        return moves;
    }

    /** Null to the top. */
    @Nullable
    UnitCode parent() {
        return parent;
    }

    /** Whether the retirement is to be none. */
    boolean takesBack() {
        return takesBack;
    }

    @Nullable
    Retirement retired() {
        return retired;
    }

    @JsonProperty
    void setName(@Nullable Name name) {
        this.name = name;
    }

    @JsonProperty
    void setParent(@Nullable UnitCode parent) {
        this.moves = true;
        this.parent = parent;
    }

    @JsonProperty
    void setRetired(@Nullable Retirement retired) {
        this.takesBack = retired == null;
        this.retired = retired;
    }
}
