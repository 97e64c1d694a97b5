package io.cairn.platform;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The doors inside the platform, held against it and against classes made to break them. */
class DoorsTest {
    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.cairn.platform");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("io.cairn.platform.broken");

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "..platform.database..", "..platform.projection..", "..platform.health..")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(javax.sql.DataSource.class)
                        .as("whoever needs the database asks TenantDatabase, which asks for the tenant"),
                noClasses()
                        .that()
                        .resideInAPackage("..problem..")
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("..platform.identity..").or(resideInAPackage("..platform.web..")))
                        .as("a problem is the same for everybody"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_platform_keeps_the_rule(ArchRule rule) {
        rule.check(PLATFORM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_finds_who_breaks_it(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }
}
