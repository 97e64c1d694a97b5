package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.language.Profile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * OWASP SAMM v2 (owaspsamm.org, Core Model and its toolbox; the same sums in github.com/owaspsamm/sammwise,
 * comps/surveyDisplay/calculator.js): five business functions of three practices, each with two streams of three
 * levels. An answer is worth 0, .25, .5 or 1; a practice scores the sum over its levels of the mean of its two streams,
 * 0..3; a function and the whole score the means of what they hold.
 */
class SammTest {
    private static final List<String> FUNCTIONS =
            List.of("governance", "design", "implementation", "verification", "operations");
    private static final List<String> ANSWERS = List.of("all", "no", "some", "half");
    private static final Scale COVERAGE = new Scale.Choice(
            List.of(
                    new Scale.Choice.Option("no", Text.en("No"), 0),
                    new Scale.Choice.Option("some", Text.en("Yes, for some applications"), 0.25),
                    new Scale.Choice.Option("half", Text.en("Yes, for at least half of the applications"), 0.5),
                    new Scale.Choice.Option("all", Text.en("Yes, for most or all of the applications"), 1)),
            1);

    @Test
    void a_practice_scores_the_sum_over_its_levels_of_the_mean_of_two_streams() {
        var samm = samm(false).build();
        var practice = Answers.to(samm)
                .say("governance-1-a1", "all")
                .say("governance-1-b1", "half")
                .say("governance-1-a2", "some")
                .say("governance-1-b2", "no")
                .say("governance-1-a3", "half")
                .say("governance-1-b3", "some")
                .profile()
                .dimensions()
                .getFirst();
        assertThat(practice.score())
                .as("(1 + .5)/2 + (.25 + 0)/2 + (.5 + .25)/2")
                .isEqualTo(1.25);
        assertThat(practice.max()).isEqualTo(3);
        assertThat(practice.stage()).isEqualTo(new Profile.Stage(1, "stage-1", 0.25));
    }

    @Test
    void the_projects_own_sample_gives_its_scores() {
        var profile = sample(samm(false).build()).profile();
        assertThat(profile.dimensions().stream().limit(4))
                .extracting(Profile.Dimension::score)
                .containsExactly(3.0, 0.0, 0.75, 1.5);
        assertThat(profile.overall().score()).isEqualTo(1.3, within(1e-12));
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
    }

    @Test
    void a_business_function_scores_the_mean_of_its_practices() {
        var profile = sample(samm(true).build()).profile();
        assertThat(profile.views()).extracting(Profile.View::score).containsExactly(1.25, 1.5, 1.75, 0.75, 1.25);
        assertThat(profile.overall().score()).as("views are not averaged here").isNull();
    }

    /** All six questions of a practice answered alike: all, no, some, half, all, no, … */
    private static Answers sample(MaturityModel samm) {
        var answers = Answers.to(samm);
        for (var practice = 0; practice < 15; practice++)
            for (var question : samm.dimensions().get(practice).questions())
                answers.say(question.key().value(), ANSWERS.get(practice % 4));
        return answers;
    }

    private static ModelBuilder samm(boolean functionsAsViews) {
        var samm = model().stages(3).scale(0, 3).mean(StageRule.Rounding.FLOOR);
        if (functionsAsViews) FUNCTIONS.forEach(samm::view);
        for (var function : FUNCTIONS)
            for (var practice = 1; practice <= 3; practice++)
                samm.add(
                        function + "-" + practice,
                        functionsAsViews ? function : null,
                        1,
                        true,
                        questions(function, practice));
        return samm;
    }

    private static Question[] questions(String function, int practice) {
        return IntStream.rangeClosed(1, 3)
                .boxed()
                .flatMap(level -> List.of("a", "b").stream()
                        .map(stream -> question(function + "-" + practice + "-" + stream + level, level, 1, COVERAGE)))
                .toArray(Question[]::new);
    }
}
