package io.cairn.assessment.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever a command's code can refuse is met here from the outside, and stands in {@code docs/refusals.md}, which is
 * made of it: run with {@code -Dcairn.docs=write} to write it anew.
 */
class RefusalsTest {
    private static final Path DOCS = Path.of("../docs/refusals.md");

    /** What the code seems to be able to refuse, and why nobody meets it. */
    private static final Map<String, String> NEVER_MET = Map.of(
            "ConfirmAnswers QuestionIsSettled", "settling a question ends the wait of its carried-over answer",
            "CloneModel ModelVersionIsPublished", "there being such a version at all is refused before",
            "ChangeSettings NotFound", "who has a key has a tenant",
            "PlanCycles NotFound", "who has a key has a tenant",
            "JoinBenchmark NotFound", "who has a key has a tenant",
            "LeaveBenchmark NotFound", "who has a key has a tenant");

    private final List<Refused> refusals = Stream.concat(
                    AssessmentRefusals.all().stream(), OtherRefusals.all().stream())
            .toList();

    @Test
    void every_refusal_in_the_code_is_met_or_explained() {
        var inCode = new TreeSet<String>();
        DerivedRefusals.byCommand()
                .forEach((command, all) -> all.forEach(rejection -> inCode.add(command + " " + rejection)));
        var met = refusals.stream().map(Refused::pair).collect(Collectors.toCollection(TreeSet::new));
        met.addAll(NEVER_MET.keySet());
        assertThat(met).isEqualTo(inCode);
    }

    @TestFactory
    Stream<DynamicTest> each_refusal_is_a_problem_of_its_type_and_the_docs_say_so() {
        var rows = new TreeMap<String, String>();
        var each = refusals.stream()
                .sorted(Comparator.comparing(Refused::pair))
                .map(refused -> DynamicTest.dynamicTest(refused.pair(), () -> rows.put(refused.pair(), row(refused))));
        return Stream.concat(each, Stream.of(DynamicTest.dynamicTest("docs", () -> documented(rows))));
    }

    private static String row(Refused refused) {
        var reply = refused.attempt().get();
        assertThat(reply.status()).as("%s", reply.body()).isBetween(400, 499);
        reply.expectProblem(reply.status(), refused.type());
        return "| `%s` | %d | `%s` | %s |".formatted(refused.command(), reply.status(), refused.type(), refused.when());
    }

    private void documented(Map<String, String> rows) throws IOException {
        assertThat(rows.size()).isEqualTo(refusals.size());
        var lines = new ArrayList<>(List.of(
                "# What each command refuses",
                "",
                "Every refusal is a problem document (RFC 9457) of the type `https://cairn.dev/problems/` and the name below; what it is about",
                "stands in `errors[].pointer`. The table is made by a test that reads off the code which refusals a command can come to and meets",
                "each of them through the API. Whoever may not do something at all gets a 401 or 403 before any command, a stale `If-Match` a 412, a",
                "missing one a 428; who names an unknown unit or model in a request gets `unknown-unit` or `unknown-model`.",
                "",
                "| command | status | type | when |",
                "| --- | --- | --- | --- |"));
        lines.addAll(rows.values());
        var wanted = String.join("\n", lines) + "\n";
        if ("write".equals(System.getProperty("cairn.docs"))) Files.writeString(DOCS, wanted);
        assertThat(DOCS)
                .as("made by this test: run it with -Dcairn.docs=write")
                .content()
                .isEqualTo(wanted);
    }
}
