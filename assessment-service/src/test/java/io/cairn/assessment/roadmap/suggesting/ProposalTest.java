package io.cairn.assessment.roadmap.suggesting;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.AnswerValue;
import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.whatif.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalTest {
    private static final List<Change> CHANGES = List.of(
            change("small", "data", 2, 1, 0.25), change("large", "data", 1, 4, 1), change("near", "people", 1, 4, 0.5));

    @Test
    void proposals_stand_by_impact_and_ease_as_their_rule_says() {
        var proposals = Proposal.of(CHANGES, Proposal.By.QUESTION);
        assertThat(proposals)
                .extracting(it -> it.questions().getFirst().question().value() + " " + it.impact() + "×" + it.ease())
                .containsExactly("near 3×3", "large 5×1", "small 1×4");
        assertThat(proposals).allMatch(it -> it.priority() == it.impact() * it.ease());
        assertThat(proposals.stream().mapToDouble(Proposal::share).sum()).isBetween(0.999, 1.001);
    }

    @Test
    void a_dimensions_questions_of_one_stage_are_one_proposal() {
        var more = new java.util.ArrayList<>(CHANGES);
        more.add(change("other", "data", 1, 4, 0.5));
        var proposals = Proposal.of(more, Proposal.By.DIMENSION);
        assertThat(proposals).hasSize(3);
        var both = proposals.stream()
                .filter(it -> it.questions().size() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(both.dimension()).isEqualTo(new DimensionKey("data"));
        assertThat(both.rise()).isEqualTo(0.75);
        assertThat(both.impact()).isEqualTo(5);
    }

    @Test
    void of_equal_priority_the_lowest_stage_goes_first() {
        var proposals = Proposal.of(
                List.of(change("later", "data", 2, 1, 0.5), change("sooner", "data", 1, 1, 0.5)), Proposal.By.QUESTION);
        assertThat(proposals.getFirst().stage()).isEqualTo(1);
    }

    private static Change change(String question, String dimension, int stage, double weight, double rise) {
        return new Change(
                new QuestionKey(question),
                new DimensionKey(dimension),
                stage,
                Change.Kind.RAISE,
                AnswerValue.of(1 - rise),
                1 - rise,
                AnswerValue.of(1),
                1,
                weight * rise);
    }
}
