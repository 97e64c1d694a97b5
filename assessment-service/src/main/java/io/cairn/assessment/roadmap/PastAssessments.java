package io.cairn.assessment.roadmap;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.Cadence;
import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The assessments of one unit under one model, from their own streams and so never behind. Their ids follow from the
 * period, which leaves a few dozen to ask for, all at once.
 */
@Component
public final class PastAssessments {
    private final StreamReader streams;
    private final Assessments assessments;

    PastAssessments(StreamReader streams, Assessments assessments) {
        this.streams = streams;
        this.assessments = assessments;
    }

    /** The latest period first, without cancelled ones. @param from a year, as is {@code to}, inclusive */
    public List<Assessments.Found> latestFirst(TenantId tenant, UnitCode unit, ModelKey model, int from, int to) {
        var ids = new ArrayList<StreamId>();
        for (var period : periods(Math.max(from, Period.FIRST_YEAR), to))
            ids.add(StreamId.assessment(tenant, unit, model, period));
        var begun = streams.begun(tenant, ids);
        return ids.stream()
                .filter(id -> begun.contains(id.value()))
                .map(id -> assessments.find(tenant, id.value()))
                .filter(it -> it.state().status() != AssessmentStatus.CANCELLED)
                .toList();
    }

    private static List<Period> periods(int from, int to) {
        var periods = new ArrayList<Period>();
        for (var cadence : Cadence.values())
            for (var year = from; year <= to; year++)
                for (var number = 1; number <= 12 / cadence.months(); number++)
                    periods.add(new Period(year, cadence, number));
        periods.sort(Comparator.reverseOrder());
        return periods;
    }
}
