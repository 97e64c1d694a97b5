package io.cairn.assessment.board;

import io.cairn.language.AssessmentStatus;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An assessment in a list. @param stage once finalized; when the answers cannot tell it, {@code undetermined} says why */
record ListedAssessment(
        UUID id,
        UnitCode unit,
        ModelRef model,
        Period period,
        AssessmentStatus status,
        @Nullable StageBody stage,
        @Nullable String undetermined,
        Instant openedAt,
        Instant changedAt) {}
