package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.ModelRef;
import org.junit.jupiter.api.Test;

/** United Nations E-Government Survey: three indices, four groups of states from .25, .50 and .75 on. */
class EGovernmentIndexTest {

    @Test
    void in_2010_online_services_weighed_a_little_more() {
        var andorra =
                answers("1.0.0", "0.23174", "0.87973", "0.44145").profile().overall();
        assertThat(Math.round(andorra.score() * 1e5)).as("published: 0.51478").isEqualTo(51478);
        assertThat(andorra.stage().ordinal()).isEqualTo(3);
    }

    @Test
    void an_index_on_the_bound_is_above_it() {
        var overall = answers("2.0.0", "0.3", "0.4", "0.8").profile().overall();
        assertThat(overall.score()).isEqualTo(0.5);
        assertThat(overall.stage().ordinal()).isEqualTo(3);
    }

    @Test
    void a_state_that_did_not_take_part_in_full_has_no_stage() {
        var overall = Answers.to(model("1.0.0"))
                .say("osi", "0.00000")
                .say("hci", "0.01269")
                .profile()
                .overall();
        assertThat(overall.stage()).isNull();
        assertThat(overall.undetermined()).endsWith("is answered; a stage is told from 100 % on.");
    }

    private static Answers answers(String version, String osi, String hci, String tii) {
        return Answers.to(model(version)).say("osi", osi).say("hci", hci).say("tii", tii);
    }

    private static MaturityModel model(String version) {
        return ShippedModels.find(ModelRef.of("egdi", version)).orElseThrow().model();
    }
}
