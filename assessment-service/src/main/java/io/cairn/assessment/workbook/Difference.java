package io.cairn.assessment.workbook;

import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.language.Answer;
import io.cairn.maturity.Question;
import java.util.Optional;

/**
 * What a row means, told from three answers: the one the workbook was made with, the one that stands now, and the one in
 * the row. Who did not touch a row does not undo what others did meanwhile; who did is told.
 */
sealed interface Difference {
    /** An emptied row withdraws nothing; one with words of its own is a fault. */
    record Unanswered() implements Difference {}

    /** It says what stands. */
    record Unchanged() implements Difference {}

    /** Others changed the answer, the row still says what it said when the workbook was made. */
    record ChangedByOthers() implements Difference {}

    record Changed(RecordAnswers.Entry entry) implements Difference {}

    /** Both did, and differently. */
    record Conflict(Said made, Said now, Said yours) implements Difference {}

    /**
     * @param made the answer that the workbook was made with
     * @param now the one that stands
     * @param insist whether a conflict was shown before and the row is to count
     */
    static Difference of(
            Line line, Question question, Optional<Answer> made, Optional<Answer> now, boolean insist, Words words)
            throws Reading.Bad {
        var yours = line.said();
        var toldNow = Said.of(now, question, words);
        var toldMade = Said.of(made, question, words);
        if (yours.isEmpty()) {
            Reading.mustSayNoMore(line, toldMade);
            return new Unanswered();
        }
        if (yours.equals(toldNow)) return new Unchanged();
        if (yours.equals(toldMade)) return new ChangedByOthers();
        if (!toldMade.equals(toldNow) && !insist) return new Conflict(toldMade, toldNow, yours);
        return new Changed(Reading.entry(line, made, toldMade));
    }
}
