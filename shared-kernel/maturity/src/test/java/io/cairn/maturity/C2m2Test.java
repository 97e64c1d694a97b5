package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Cybersecurity Capability Maturity Model v2.1 (U.S. Department of Energy, June 2022), sections on maturity indicator
 * levels and on scoring: levels apply to each domain by itself and are cumulative, so a level takes every practice of
 * it and of the levels below; a practice counts as performed when it is largely or fully implemented; MIL0 is a domain
 * in which MIL1 is not achieved. Here a domain of two practices at MIL1, two at MIL2 and one at MIL3.
 */
class C2m2Test {
    private static final Scale IMPLEMENTATION = new Scale.Choice(
            List.of(
                    new Scale.Choice.Option("ni", Text.en("Not implemented"), 0),
                    new Scale.Choice.Option("pi", Text.en("Partially implemented"), 0),
                    new Scale.Choice.Option("li", Text.en("Largely implemented"), 1),
                    new Scale.Choice.Option("fi", Text.en("Fully implemented"), 1)),
            1);

    @Test
    void largely_and_fully_implemented_practices_count_alike() {
        assertThat(mil("li", "fi", "fi", "li", "fi")).isEqualTo(3);
    }

    @Test
    void one_practice_that_is_only_partially_implemented_holds_its_level_back() {
        assertThat(mil("fi", "fi", "fi", "pi", "fi")).isEqualTo(1);
    }

    @Test
    void a_level_takes_those_below_it() {
        assertThat(mil("fi", "ni", "fi", "fi", "fi")).isZero();
    }

    @Test
    void without_the_last_level_there_are_the_ones_below() {
        assertThat(mil("fi", "fi", "li", "li", "pi")).isEqualTo(2);
    }

    @Test
    void domains_are_read_each_by_itself() {
        var profile = answers("fi", "fi", "fi", "fi", "fi")
                .say("risk-1a", "fully  implemented")
                .say("risk-1b", "Partially Implemented")
                .profile();
        assertThat(profile.dimensions()).extracting(d -> d.stage().ordinal()).containsExactly(3, 0);
    }

    @Test
    void the_explanation_names_the_practices_of_the_next_level() {
        var profile = answers("fi", "fi", "fi", "pi", "ni")
                .say("risk-1a", "fi")
                .say("risk-1b", "fi")
                .profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(1, "stage-1", 0.0));
        assertThat(profile.blocking()).extracting(b -> b.question().value()).containsExactly("risk-1c", "asset-1d");
    }

    private static int mil(String a, String b, String c, String d, String e) {
        return answers(a, b, c, d, e).profile().dimensions().getFirst().stage().ordinal();
    }

    private static Answers answers(String a, String b, String c, String d, String e) {
        return Answers.to(model().stages(3)
                        .gated(1, 0)
                        .dimension(
                                "asset",
                                practice("asset-1a", 1),
                                practice("asset-1b", 1),
                                practice("asset-1c", 2),
                                practice("asset-1d", 2),
                                practice("asset-1e", 3))
                        .dimension("risk", practice("risk-1a", 1), practice("risk-1b", 1), practice("risk-1c", 2)))
                .say("asset-1a", a)
                .say("asset-1b", b)
                .say("asset-1c", c)
                .say("asset-1d", d)
                .say("asset-1e", e);
    }

    private static Question practice(String key, int level) {
        return question(key, level, 1, IMPLEMENTATION);
    }
}
