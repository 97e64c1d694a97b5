package io.cairn.maturity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A parser may be changed without a model noticing, and a model without the parser. */
@AnalyzeClasses(packages = "io.cairn.maturity", importOptions = DoNotIncludeTests.class)
class ModelFileArchitectureTest {
    @ArchTest
    static final ArchRule a_file_is_read_without_knowing_what_it_means = noClasses()
            .that()
            .resideInAPackage("io.cairn.maturity.file")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.cairn.maturity");

    @ArchTest
    static final ArchRule models_and_scores_know_java_and_the_language_only = classes()
            .that()
            .resideInAPackage("io.cairn.maturity")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.cairn.maturity..", "io.cairn.language..", "org.jspecify.annotations..");
}
