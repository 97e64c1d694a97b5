package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cairn.language.Rejected;
import io.cairn.language.Rejection.ModelFileInvalid;
import io.cairn.language.Rejection.ModelFileInvalid.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A model file, to be spoilt one piece at a time. */
record AuthoredFile(String text) {

    static AuthoredFile valid() {
        return resource("every-scale.yaml");
    }

    static AuthoredFile resource(String name) {
        try (var stream = AuthoredFile.class.getResourceAsStream(name)) {
            return new AuthoredFile(
                    new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the first occurrence of {@code piece}, which must be there, replaced. */
    AuthoredFile with(String piece, String other) {
        assertThat(text).contains(piece);
        var at = text.indexOf(piece);
        return new AuthoredFile(text.substring(0, at) + other + text.substring(at + piece.length()));
    }

    AuthoredFile without(String piece) {
        return with(piece, "");
    }

    MaturityModel model() {
        return ModelFile.read(text).model();
    }

    List<Fault> faults() {
        var refusal = catchThrowableOfType(Rejected.class, () -> ModelFile.read(text));
        assertThat(refusal).as("is refused").isNotNull();
        return ((ModelFileInvalid) refusal.reason()).faults();
    }

    /** The one fault is at that path, on the line where {@code piece} first stands. */
    void isRefused(String path, String piece, String detail) {
        assertThat(faults()).containsExactly(new Fault(path, lineOf(piece), detail));
    }

    int lineOf(String piece) {
        assertThat(text).contains(piece);
        return (int) text.substring(0, text.indexOf(piece)).lines().count() + (startsLine(piece) ? 1 : 0);
    }

    private boolean startsLine(String piece) {
        var at = text.indexOf(piece);
        return at == 0 || text.charAt(at - 1) == '\n';
    }
}
