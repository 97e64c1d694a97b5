package io.cairn.assessment.assessment.settling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.Assessments;
import io.cairn.language.AnswerValue;
import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.Dimension;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import io.cairn.maturity.agreement.Coefficient;
import io.cairn.maturity.agreement.Votes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far respondents agree. A coefficient that is undefined is absent, and {@code undefined} says why.
 *
 * @param needsRound questions to talk about once more: not settled, and r_wg below the threshold or some say n/a and
 *     some not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgreementBody(
        UUID assessment,
        long version,
        int respondents,
        double threshold,
        @Nullable Double alpha,
        Coefficient.@Nullable Why undefined,
        List<InDimension> dimensions,
        List<OnQuestion> questions,
        List<QuestionKey> needsRound) {

    /** @param alpha Krippendorff's, ordinal */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InDimension(DimensionKey dimension, @Nullable Double alpha, Coefficient.@Nullable Why undefined) {}

    /**
     * @param spread how often each value was given, the one worth least first
     * @param proposed the median of the votes, to be settled or not: a value, or n/a with the reason of one of those
     *     who said so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OnQuestion(
            QuestionKey question,
            DimensionKey dimension,
            Standing standing,
            boolean inRound,
            int votes,
            int notApplicable,
            List<Share> spread,
            @Nullable Response proposed,
            @Nullable Double withinGroup,
            Coefficient.@Nullable Why undefined,
            boolean needsRound) {}

    record Share(AnswerValue value, long votes) {}

    static AgreementBody of(Assessments.Found found, MaturityModel model, double threshold) {
        var state = found.state();
        var questions = new ArrayList<OnQuestion>();
        var dimensions = new ArrayList<InDimension>();
        var all = new ArrayList<Votes>();
        for (var dimension : model.dimensions()) {
            var votes = dimension.questions().stream()
                    .map(question -> votes(question, state))
                    .toList();
            var alpha = Votes.among(votes);
            dimensions.add(new InDimension(dimension.key(), alpha.value(), alpha.undefined()));
            votes.forEach(it -> question(dimension, it, state, threshold, questions));
            all.addAll(votes);
        }
        var alpha = Votes.among(all);
        return new AgreementBody(
                found.id(),
                found.version(),
                state.panel().respondents().size(),
                threshold,
                alpha.value(),
                alpha.undefined(),
                dimensions,
                questions,
                questions.stream()
                        .filter(OnQuestion::needsRound)
                        .map(OnQuestion::question)
                        .toList());
    }

    private static Votes votes(Question question, AssessmentState.Known state) {
        return Votes.of(
                question,
                state.panel()
                        .ballot(question.key())
                        .map(ballot -> ballot.inOrder().values())
                        .orElse(List.of()));
    }

    private static void question(
            Dimension dimension,
            Votes votes,
            AssessmentState.Known state,
            double threshold,
            List<OnQuestion> questions) {
        var key = votes.question().key();
        var ballot = state.panel().ballot(key).orElse(null);
        if (ballot == null) return;
        var within = votes.within();
        var figure = within.value();
        var standing = Standing.of(ballot);
        var values = votes.values();
        var low = figure != null && figure < threshold;
        var mixed = votes.notApplicable() > 0 && !values.isEmpty();
        questions.add(new OnQuestion(
                key,
                dimension.key(),
                standing,
                ballot.inRound(),
                votes.answers().size(),
                votes.notApplicable(),
                values.stream()
                        .distinct()
                        .map(value -> new Share(
                                value, values.stream().filter(value::equals).count()))
                        .toList(),
                votes.median().orElse(null),
                figure,
                within.undefined(),
                standing != Standing.SETTLED && (low || mixed)));
    }
}
