package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Rejected;
import io.cairn.language.Rejection.ModelFileInvalid;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** However a file is spoilt, it is a model or a list of faults, never anything else. */
class ModelFileFuzzTest {
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\n",
            "\t",
            ":",
            ": ",
            "-",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "#",
            "&a",
            "*a",
            "!x",
            "|",
            ">",
            "%",
            "? ",
            "---\n",
            "...\n",
            "null",
            "true",
            "no",
            "0",
            "-1",
            "2",
            "1e9",
            "1e400",
            "0.1",
            ".inf",
            ".nan",
            "\\",
            "\\u0000",
            "\u0000",
            "\uD800",
            "\uFEFF",
            "\u2028",
            "é",
            "😀",
            "<<: ",
            "begun",
            "done",
            "one-1",
            "yes-no",
            "choice",
            "numeric",
            "likert",
            "percent",
            "boolean",
            "points",
            "thresholds",
            "mean",
            "gated",
            "minimum",
            "inside",
            "key: x\n",
            "weight: 0\n",
            "critical: 1\n",
            "en",
            "x".repeat(2_000));

    /** At a share of the way through the file, so many characters give way to a piece. */
    record Spoil(double where, int characters, String piece) {
        String of(String text) {
            var at = (int) (where * text.length());
            return text.substring(0, at) + piece + text.substring(Math.min(text.length(), at + characters));
        }
    }

    @Provide
    Arbitrary<List<Spoil>> spoils() {
        var where = Arbitraries.doubles().between(0, 1).ofScale(5);
        var characters = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 12)),
                Tuple.of(1, Arbitraries.integers().between(0, 900)));
        var piece = Arbitraries.oneOf(
                Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(5).map(String::valueOf));
        return Combinators.combine(where, characters, piece)
                .as(Spoil::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 600, shrinking = ShrinkingMode.BOUNDED)
    void a_spoilt_yaml_file_is_a_model_or_a_list_of_faults(@ForAll("spoils") List<Spoil> spoils) {
        read(AuthoredFile.valid().text(), spoils);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void a_spoilt_json_file_is_a_model_or_a_list_of_faults(@ForAll("spoils") List<Spoil> spoils) {
        read(AuthoredFile.resource("every-scale.json").text(), spoils);
    }

    @Property(tries = 200)
    void any_text_is_a_list_of_faults(@ForAll String text) {
        read(text, List.of());
    }

    /** A line given once more or left out spoils the meaning more often than the form. */
    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void a_file_with_lines_moved_is_a_model_or_a_list_of_faults(@ForAll("moves") List<int[]> moves) {
        var lines = new ArrayList<>(AuthoredFile.valid().text().lines().toList());
        for (var move : moves) {
            var line = lines.remove(move[0] % lines.size());
            for (var copy = 0; copy < move[2]; copy++) lines.add(move[1] % lines.size(), line);
        }
        read(String.join("\n", lines), List.of());
    }

    @Provide
    Arbitrary<List<int[]>> moves() {
        var line = Arbitraries.integers().between(0, 10_000);
        return Combinators.combine(line, line, Arbitraries.integers().between(0, 2))
                .as((from, to, copies) -> new int[] {from, to, copies})
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static void read(String text, List<Spoil> spoils) {
        var spoilt = text;
        for (var spoil : spoils) spoilt = spoil.of(spoilt);
        try {
            assertThat(ModelFile.read(spoilt).model().stages()).isNotEmpty();
        } catch (Rejected refusal) {
            var lines = Math.max(1, spoilt.lines().count() + 1);
            assertThat(((ModelFileInvalid) refusal.reason()).faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> {
                        assertThat((long) fault.line()).isBetween(1L, lines);
                        assertThat(fault.detail()).isNotBlank();
                    });
        }
    }
}
