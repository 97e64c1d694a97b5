package io.cairn.maturity;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The kernel is plain Java: it must outlive every framework, and be scored and tested without one. */
@AnalyzeClasses(
        packages = {"io.cairn.language", "io.cairn.maturity"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_language_knows_nothing_but_java = classes()
            .that()
            .resideInAPackage("io.cairn.language..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.cairn.language..");

    @ArchTest
    static final ArchRule maturity_knows_nothing_but_java_and_the_language = classes()
            .that(resideInAPackage("io.cairn.maturity..")
                    .and(not(resideInAnyPackage("io.cairn.maturity.file..", "io.cairn.maturity.movement.."))))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.cairn.language..", "io.cairn.maturity..");

    @ArchTest
    static final ArchRule only_movement_knows_a_library_of_numbers = classes()
            .that()
            .resideInAPackage("io.cairn.maturity.movement..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "io.cairn.language..", "io.cairn.maturity..", "org.hipparchus..");

    @ArchTest
    static final ArchRule only_reading_a_file_knows_yaml_json_and_schemas = classes()
            .that()
            .resideInAPackage("io.cairn.maturity.file..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.cairn.language..",
                    "io.cairn.maturity..",
                    "org.snakeyaml.engine..",
                    "com.networknt.schema..",
                    "tools.jackson..");
}
