package io.cairn.language;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The language outlives every framework. */
@AnalyzeClasses(packages = "io.cairn.language", importOptions = DoNotIncludeTests.class)
class OnlyJavaTest {
    @ArchTest
    static final ArchRule the_language_knows_java_and_itself_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.cairn.language..", "org.jspecify.annotations..");
}
