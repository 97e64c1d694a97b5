package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.maturity.whatif.Outcome;
import io.cairn.maturity.whatif.SmallestChanges;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;

/** Against every set of changes there is. */
@PropertyDefaults(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
class SmallestChangesPropertiesTest {

    @Property
    void of_a_small_model_no_set_is_smaller_and_none_of_as_many_takes_less_effort(@ForAll long seed) {
        var small = SmallCase.random(new Random(seed));
        var cheapest = small.cheapest();
        var outcome = SmallestChanges.to(small.model(), small.answers(), Answers.DAY, small.target(), small.fixed());
        switch (outcome) {
            case Outcome.Reachable it -> {
                assertThat(cheapest).as("%s", it).isNotNull();
                assertThat(small.isReachedBy(SmallestChanges.applied(small.answers(), it.changes(), Answers.DAY)))
                        .as("%s", it)
                        .isTrue();
                assertThat(it.changes()).as("%s", cheapest).hasSize(cheapest.changes());
                assertThat(it.effort()).isEqualTo(cheapest.effort(), within(1e-6));
                assertThat(it.proof()).isEqualTo(Outcome.Proof.EXACT);
                assertThat(it.atLeast()).isEqualTo(cheapest.changes());
                assertThat(it.changes()).noneMatch(change -> small.fixed().contains(change.question()));
            }
            case Outcome.Unreachable it -> {
                assertThat(cheapest).as(it.why()).isNull();
                assertThat(it.proved()).isTrue();
                assertThat(it.why()).isNotBlank();
            }
        }
    }
}
