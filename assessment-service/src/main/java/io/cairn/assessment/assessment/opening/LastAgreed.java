package io.cairn.assessment.assessment.opening;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.opening.OpenAssessment.CarryOver;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.Cadence;
import io.cairn.language.CarriedAnswer;
import io.cairn.language.Period;
import io.cairn.language.StreamId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What was agreed on a unit last, read from its streams and so never behind. Their ids follow from the period, which
 * leaves a few dozen to ask for, all at once.
 */
@Component
final class LastAgreed {
    /** Older answers are not worth confirming. */
    private static final int YEARS = 5;

    private final StreamReader streams;
    private final Assessments assessments;

    LastAgreed(StreamReader streams, Assessments assessments) {
        this.streams = streams;
        this.assessments = assessments;
    }

    /** Nothing when the last finalized assessment before it is under another version of the model: its questions may be others. */
    Optional<CarryOver> before(OpenAssessment opening) {
        var periods = periodsBefore(opening.period());
        var begun = streams.begun(
                opening.tenant(),
                periods.stream().map(period -> stream(opening, period)).toList());
        return periods.stream()
                .map(period -> stream(opening, period).value())
                .filter(begun::contains)
                .map(id -> assessments.find(opening.tenant(), id).state())
                .filter(it -> it.status() == AssessmentStatus.FINALIZED)
                .findFirst()
                .filter(it -> it.model().equals(opening.model()))
                .map(LastAgreed::carried);
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

    private static StreamId stream(OpenAssessment opening, Period period) {
        return StreamId.assessment(
                opening.tenant(), opening.unit(), opening.model().key(), period);
    }

    /** A reviewer's points were about the answers then, and are not carried over. */
    private static CarryOver carried(AssessmentState.Known assessment) {
        var answers = assessment.answers().entrySet().stream()
                .map(it -> new CarriedAnswer(it.getKey(), it.getValue().answer()))
                .sorted(Comparator.comparing(it -> it.question().value()))
                .toList();
        return new CarryOver(assessment.period(), answers);
    }
}
