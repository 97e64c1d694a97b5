package io.cairn.reporting;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.cairn.eventstore.projection.View;

@AnalyzeClasses(packages = "io.cairn.reporting", importOptions = DoNotIncludeTests.class)
class BoundariesTest {
    @ArchTest
    static final ArchRule a_question_does_not_know_another = slices().matching(
                    "io.cairn.reporting.(timeline|stages|movement|timeinstage|timetostage|forecast|backslide|audit|benchmark|asof|portfolio|summary)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule what_questions_share_knows_no_question = noClasses()
            .that(resideInAnyPackage(
                    "..known..",
                    "..point..",
                    "..request..",
                    "..reporting.journeys..",
                    "..past..",
                    "..definition..",
                    "..milestone.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "..timeline..",
                    "..stages..",
                    "..reporting.movement..",
                    "..timeinstage..",
                    "..timetostage..",
                    "..forecast..",
                    "..backslide..",
                    "..audit..",
                    "..benchmark..",
                    "..asof..",
                    "..portfolio..",
                    "..summary.."));

    /** What a view writes follows from events alone: it has no way to read a database, a clock or a bean. */
    @ArchTest
    static final ArchRule a_view_reads_nothing_but_events = noClasses()
            .that()
            .implement(View.class)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "java.time.."));

    @ArchTest
    static final ArchRule only_what_questions_share_is_public = classes()
            .that(resideInAnyPackage(
                    "..timeline..",
                    "..stages..",
                    "..movement..",
                    "..timeinstage..",
                    "..timetostage..",
                    "..forecast..",
                    "..backslide..",
                    "..audit..",
                    "..benchmark..",
                    "..asof..",
                    "..portfolio..",
                    "..summary.."))
            .and()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .bePackagePrivate();
}
