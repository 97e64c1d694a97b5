package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The United Nations E-Government Development Index as published: three indices, four stages from .25, .50 and .75 on. */
class EGovernmentIndexTest {
    private static final Scale INDEX = new Scale.Numeric(
            BigDecimal.ZERO,
            BigDecimal.ONE,
            List.of(new Scale.Numeric.Point(BigDecimal.ZERO, 0), new Scale.Numeric.Point(BigDecimal.ONE, 1)));

    @Test
    void a_mean_of_exactly_one_half_is_the_third_stage() {
        var profile = Answers.to(model().thresholds(0.0, 0.25, 0.5, 0.75)
                        .dimension(
                                "egdi",
                                question("osi", null, 1, INDEX),
                                question("hci", null, 1, INDEX),
                                question("tii", null, 1, INDEX)))
                .say("osi", 0.3)
                .say("hci", "0.4")
                .say("tii", 0.8)
                .profile();
        assertThat(profile.overall().score()).isEqualTo(0.5);
        assertThat(profile.overall().stage().ordinal()).isEqualTo(3);
    }
}
