package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.Profile;
import io.cairn.language.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file in docs/models.md is one, and scores as the page says. */
class DocumentedModelTest {
    private static final MaturityModel MODEL = ModelFile.read(example()).model();

    private static String example() {
        try {
            var page = Files.readString(Path.of("../../docs/models.md"));
            return page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("\n```\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer tested(String howOften, LocalDate expires) {
        return new Answer(
                new Response.Given(AnswerValue.of(howOften)),
                null,
                List.of(new Evidence("https://wiki.example/tests", null, expires)),
                null);
    }

    private static Profile sent(String howOften, LocalDate expires, boolean used) {
        return Answers.to(MODEL)
                .say("sent", true)
                .answer("tests", tested(howOften, expires))
                .say("tests-used", used)
                .profile();
    }

    @Test
    void what_is_not_used_blocks() {
        var profile = sent("monthly", null, false);
        assertThat(profile.overall().score()).isEqualTo(2.25);
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(1, "sent", 0.666666667));
        assertThat(profile.blocking()).extracting(b -> b.question().value()).containsExactly("tests-used");
    }

    @Test
    void what_is_never_tested_cannot_be_used() {
        var profile = sent("never", null, true);
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(1, "sent", 0.0));
        assertThat(profile.overall().score()).isEqualTo(1);
        assertThat(profile.overall().coverage()).isEqualTo(1);
    }

    @Test
    void expired_evidence_halves_the_answer() {
        assertThat(sent("monthly", Answers.DAY, true).overall().stage().ordinal())
                .isEqualTo(2);
        assertThat(sent("monthly", Answers.DAY.minusDays(1), true).overall().stage())
                .isEqualTo(new Profile.Stage(1, "sent", 0.666666667));
    }
}
