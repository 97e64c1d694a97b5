package io.cairn.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.cairn.platform.command.AggregateShell;
import io.cairn.standalone.broken.assessment.left.Left;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The doors between the rooms. Every rule is held against the whole product, and against classes made to break it: a
 * rule that no longer finds them has stopped checking.
 */
class HouseRulesTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.cairn");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages(Left.class.getPackageName().replace(".assessment.left", ""));

    private static final DescribedPredicate<JavaClass> DECISIONS = DescribedPredicate.describe(
            "decisions and states",
            type -> !type.isAssignableTo(AggregateShell.class)
                    && type.getMethods().stream()
                            .anyMatch(method -> method.getModifiers().contains(JavaModifier.STATIC)
                                            && method.getName().equals("decide")
                                    || method.getName().equals("evolve")));

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that(DECISIONS)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "org.springframework..", "org.axonframework..", "java.sql..", "jakarta.."))
                        .as("decisions know no framework and no database"),
                noClasses()
                        .that(DECISIONS)
                        .should()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(java.time.LocalDate.class, "now")
                        .orShould()
                        .callMethod(java.util.UUID.class, "randomUUID")
                        .as("time and identity are inputs of a decision"),
                noClasses()
                        .that()
                        .resideInAPackage("..assessment..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("..reporting..")
                        .as("who decides does not ask who remembers"),
                noClasses()
                        .that()
                        .resideInAPackage("..reporting..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("..cairn.assessment..", "..broken.assessment..")
                                .or(resideInAnyPackage("org.axonframework..")))
                        .as("who remembers sees events only"),
                slices().assignedFrom(roomsOf("assessment"))
                        .should()
                        .beFreeOfCycles()
                        .as("rooms of the assessment service depend on each other one way"),
                slices().assignedFrom(roomsOf("reporting"))
                        .should()
                        .beFreeOfCycles()
                        .as("rooms of the reporting service depend on each other one way"));
    }

    /** A service's rooms are the packages right below its own; what a room is divided into stays its own affair. */
    private static SliceAssignment roomsOf(String service) {
        var room = Pattern.compile("io\\.cairn(?:\\.standalone\\.broken)?\\." + service + "\\.(\\w+).*");
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                var match = room.matcher(type.getPackageName());
                return match.matches() ? SliceIdentifier.of(match.group(1)) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "rooms of " + service;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_the_rule(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_finds_who_breaks_it(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }

    @Test
    void the_rules_look_at_every_room() {
        assertThat(PRODUCT.stream().map(JavaClass::getPackageName))
                .contains(
                        "io.cairn.language",
                        "io.cairn.maturity",
                        "io.cairn.eventstore",
                        "io.cairn.platform.command",
                        "io.cairn.assessment.journey",
                        "io.cairn.reporting.movement");
    }
}
