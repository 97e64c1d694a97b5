package io.cairn.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may call what stands in {@code docs/authorisation.md}, and only there is it agreed on: an operation that is not in it,
 * or is open to others than it says, fails here. Run with {@code -Dcairn.docs=write} to write the table anew, and have
 * the difference reviewed.
 */
class AuthorisationMatrixTest {
    private static final Path DOCS = Path.of("../../docs/authorisation.md");
    private static final String BEGIN = "<!-- operations: written by AuthorisationMatrixTest -->\n";
    private static final String END = "<!-- end of operations -->";
    private static final List<Operation> OPERATIONS = Operation.all();

    @Test
    void every_operation_stands_in_the_matrix_as_the_code_has_it() throws IOException {
        var text = Files.readString(DOCS);
        var before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        var after = text.substring(text.indexOf(END));
        var wanted = before + table() + after;
        if ("write".equals(System.getProperty("cairn.docs"))) Files.writeString(DOCS, wanted);
        assertThat(DOCS)
                .as("run with -Dcairn.docs=write, and look at what changed")
                .content()
                .isEqualTo(wanted);
    }

    @Test
    void every_representation_of_an_operation_is_open_to_the_same() {
        var byName = new TreeMap<String, Set<Set<Role>>>();
        for (var operation : OPERATIONS)
            byName.computeIfAbsent(operation.name(), it -> new java.util.HashSet<>())
                    .add(operation.allowed());
        assertThat(byName)
                .allSatisfy((name, roles) -> assertThat(roles).as(name).hasSize(1));
    }

    @Test
    void every_role_meets_403_exactly_where_the_matrix_closes_the_operation() throws IOException {
        var matrix = declared();
        var tenant = Target.newTenant();
        var wrong = new ArrayList<String>();
        var calls = 0;
        var refused = 0;
        for (var operation : OPERATIONS)
            for (var role : Role.values()) {
                var hit = operation.shot().as(Target.key(tenant, role)).fire();
                var closed = hit.status() == 403 && hit.problem().equals("forbidden");
                calls++;
                if (closed) refused++;
                if (closed == matrix.getOrDefault(operation.name(), Set.of()).contains(role) || hit.status() >= 500)
                    wrong.add(role + ": " + hit);
            }
        System.out.printf(
                "%d representations of %d operations called with %d roles: %d calls, %d refused with 403, the others let in%n",
                OPERATIONS.size(), matrix.size(), Role.values().length, calls, refused);
        assertThat(wrong).isEmpty();
        assertThat(matrix).hasSizeGreaterThan(100);
    }

    private static String table() {
        var table = new StringBuilder("| operation | ")
                .append(Stream.of(Role.values())
                        .map(AuthorisationMatrixTest::word)
                        .collect(Collectors.joining(" | ")))
                .append(" |\n| --- |")
                .append(" :-: |".repeat(Role.values().length))
                .append('\n');
        OPERATIONS.stream().map(AuthorisationMatrixTest::row).distinct().forEach(table::append);
        return table.toString();
    }

    private static String row(Operation operation) {
        return "| `" + operation.name() + "` | "
                + Stream.of(Role.values())
                        .map(role -> operation.allowed().contains(role) ? "yes" : "·")
                        .collect(Collectors.joining(" | "))
                + " |\n";
    }

    /** What the file says. */
    private static TreeMap<String, Set<Role>> declared() throws IOException {
        var rows = new TreeMap<String, Set<Role>>();
        for (var line : Files.readAllLines(DOCS)) {
            if (!line.startsWith("| `")) continue;
            var cells = line.split("\\|");
            rows.put(
                    cells[1].strip().replace("`", ""),
                    Stream.of(Role.values())
                            .filter(role -> cells[2 + role.ordinal()].strip().equals("yes"))
                            .collect(Collectors.toSet()));
        }
        return rows;
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
