package io.cairn.assessment.assessment;

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
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The last assessment of a unit that was finalized, read from its streams and so never behind. Their ids follow from
 * the period, which leaves a few dozen to ask for, all at once.
 */
@Component
public final class LastFinalized {
    /** What is older is neither worth confirming nor comparing with. */
    private static final int YEARS = 5;

    private final StreamReader streams;
    private final Assessments assessments;

    LastFinalized(StreamReader streams, Assessments assessments) {
        this.streams = streams;
        this.assessments = assessments;
    }

    /** Of the periods before, whatever the version of the model; one that is being corrected is passed over. */
    public Optional<Assessments.Found> before(TenantId tenant, UnitCode unit, ModelKey model, Period period) {
        var ids = periodsBefore(period).stream()
                .map(earlier -> StreamId.assessment(tenant, unit, model, earlier))
                .toList();
        var begun = streams.begun(tenant, ids);
        return ids.stream()
                .map(StreamId::value)
                .filter(begun::contains)
                .map(id -> assessments.find(tenant, id))
                .filter(it -> it.state().status() == AssessmentStatus.FINALIZED)
                .findFirst();
    }

    /** The latest first. */
    static List<Period> periodsBefore(Period period) {
        var periods = new ArrayList<Period>();
        for (var cadence : Cadence.values())
            for (var year = Math.max(Period.FIRST_YEAR, period.year() - YEARS); year <= period.year(); year++)
                for (var number = 1; number <= 12 / cadence.months(); number++) {
                    var earlier = new Period(year, cadence, number);
                    if (earlier.compareTo(period) < 0) periods.add(earlier);
                }
        periods.sort(Comparator.reverseOrder());
        return periods;
    }
}
