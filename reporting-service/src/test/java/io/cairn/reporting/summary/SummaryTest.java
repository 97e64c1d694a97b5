package io.cairn.reporting.summary;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.ShippedModels;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.Results;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
    private static final String PATH = "/api/v1/reports/summary?model=egdi";

    /** Answered and finalized with what the answers come to. */
    private static Company finalizes(Company company, String period, double osi, double hci, double tii) {
        var unit = new UnitCode("a");
        var answers = new HashMap<QuestionKey, AgreedAnswer>();
        answers.put(new QuestionKey("osi"), AgreedAnswer.of(Answer.of(AnswerValue.of(osi))));
        answers.put(new QuestionKey("hci"), AgreedAnswer.of(Answer.of(AnswerValue.of(hci))));
        answers.put(new QuestionKey("tii"), AgreedAnswer.of(Answer.of(AnswerValue.of(tii))));
        var stream = company.assessment("a", period);
        company.record(stream, new AssessmentOpened(unit, Company.EGDI, Period.parse(period)));
        answers.forEach(
                (question, answer) -> company.record(stream, new AnswerRecorded(question, answer.answer(), null)));
        var model = ShippedModels.find(Company.EGDI).orElseThrow().model();
        return company.record(
                stream,
                new AssessmentSubmitted(),
                new AssessmentFinalized(
                        unit,
                        Company.EGDI,
                        Period.parse(period),
                        Scoring.profile(model, answers, LocalDate.parse("2024-12-31"))));
    }

    private static Company moved() {
        var company = finalizes(finalizes(Company.automatic().unit("a"), "2023", 0.3, 0.3, 0.3), "2024", 0.9, 0.5, 0.3);
        company.decides("a", "2023").taken(null, 2);
        return company.decides("a", "2024").taken(2, 3);
    }

    @Test
    void of_a_unit_it_says_what_moved_why_and_what_blocks() {
        var company = moved();
        var unit = new UnitCode("a");
        company.record(
                company.journey(unit, Company.EGDI.key()),
                new TargetSet(unit, Company.EGDI, null, Period.parse("2024"), Results.ref(4), null),
                new TargetMissed(unit, Company.EGDI, null, Period.parse("2024"), Results.ref(4), Results.ref(3)));
        var told = company.ok(PATH + "&unit=a&period=2024");
        assertThat(texts(told.at("/sentences"), "/text"))
                .containsExactly(
                        "Unit a advanced from Middle in 2023 to High in 2024.",
                        "The score is 0.57 of 1; in 2023 it was 0.3.",
                        "The answer to “The Online Service Index, between 0 and 1.” changed from 0.3 to 0.9; this is"
                                + " worth 20 percentage points of the scale.",
                        "The answer to “The Human Capital Index, between 0 and 1.” changed from 0.3 to 0.5; this is"
                                + " worth 6.67 percentage points of the scale.",
                        "“The Telecommunication Infrastructure Index, between 0 and 1.” keeps it from the next stage.",
                        "“The Human Capital Index, between 0 and 1.” keeps it from the next stage.",
                        "“The Online Service Index, between 0 and 1.” keeps it from the next stage.",
                        "The target Very high by 2024 was missed.");
        var figures = told.at("/sentences/2/figures");
        assertThat(figures.at("/question/key").asString()).isEqualTo("osi");
        assertThat(figures.at("/worth").asDouble()).isEqualTo(20);
        assertThat(figures.at("/movesStage").asBoolean()).isTrue();
        assertThat(told.at("/sentences/0/figures/to/key").asString()).isEqualTo("high");
    }

    @Test
    void a_period_that_was_opened_and_left_empty_is_not_compared_with() {
        var company = finalizes(Company.automatic().unit("a"), "2023-Q1", 0.3, 0.3, 0.3)
                .opens("a", "2023-Q2");
        finalizes(company, "2023-Q3", 0.6, 0.6, 0.6);
        var told = company.ok(PATH + "&unit=a&period=2023-Q3");
        assertThat(texts(told.at("/sentences"), "/text"))
                .startsWith(
                        "Unit a advanced from Middle in 2023-Q1 to High in 2023-Q3.",
                        "The score is 0.6 of 1; in 2023-Q1 it was 0.3.");
    }

    @Test
    void what_a_reopened_assessment_comes_to_meanwhile_is_no_score_to_compare_with() {
        var company = finalizes(Company.confirming().unit("a"), "2023", 0.3, 0.3, 0.3);
        company.decides("a", "2023").taken(null, 2).reopens("a", "2023");
        finalizes(company, "2024", 0.6, 0.6, 0.6).decides("a", "2024").taken(2, 3);
        var told = company.ok(PATH + "&unit=a&period=2024");
        assertThat(texts(told.at("/sentences"), "/text"))
                .startsWith("Unit a advanced from Middle in 2023 to High in 2024.", "The score is 0.6 of 1.");
    }

    @ParameterizedTest
    @CsvSource({
        "fr-BE, fr, Unit a est passé de",
        "'nl;q=0.9, de', nl, Unit a ging vooruit van",
        "de, en, Unit a advanced from",
        "'===', en, Unit a advanced from"
    })
    void it_is_told_in_the_language_that_is_wanted_of_those_there_are(String accepted, String language, String begins) {
        var said = Phrases.said(language, "unit.advanced", java.util.Map.of("unit", "Unit a"));
        assertThat(Phrases.language(accepted)).isEqualTo(language);
        assertThat(said).startsWith(begins);
    }

    @Test
    void every_sentence_is_there_in_every_language_with_the_same_places() {
        var english = Phrases.read("en");
        for (var language : Phrases.LANGUAGES) {
            var words = Phrases.read(language);
            assertThat(words.keySet()).isEqualTo(english.keySet());
            for (var key : english.stringPropertyNames())
                assertThat(places(words.getProperty(key)))
                        .as(language + " " + key)
                        .isEqualTo(places(english.getProperty(key)));
        }
    }

    private static TreeSet<String> places(String phrase) {
        var places = new TreeSet<String>();
        var matcher = java.util.regex.Pattern.compile("\\{\\w+}").matcher(phrase);
        while (matcher.find()) places.add(matcher.group());
        return places;
    }

    @Test
    void nothing_is_claimed_of_what_is_not_known() {
        var company = Company.confirming().unit("a");
        var path = PATH + "&unit=a&period=2024";
        assertThat(texts(company.ok(path).at("/sentences"), "/key")).containsExactly("unit.not-assessed");
        company.opens("a", "2024");
        assertThat(texts(company.ok(path).at("/sentences"), "/key")).containsExactly("unit.no-stage", "unit.not-final");
        company.finalizes("a", "2024", 2).decides("a", "2024").proposed(2);
        var waiting = company.now();
        assertThat(texts(company.ok(path).at("/sentences"), "/key"))
                .containsExactly("unit.no-stage", "unit.score", "proposal.assessment");
        company.decides("a", "2024").overridden(null, 3, "user:ann", "seen");
        assertThat(texts(company.ok(path).at("/sentences"), "/key"))
                .containsExactly("unit.first", "unit.score", "decided.overridden");
        assertThat(texts(company.ok(path + "&recordedAt=" + encoded(waiting)).at("/sentences"), "/key"))
                .containsExactly("unit.no-stage", "unit.score", "proposal.assessment");
    }

    @Test
    void of_many_units_it_counts_them() {
        var company = Company.automatic()
                .unit("g")
                .unit("a", "g")
                .unit("b", "g")
                .unit("c", "g")
                .unit("other");
        company.finalizes("a", "2023", 1)
                .finalizes("b", "2023", 3)
                .finalizes("a", "2024", 2)
                .decides("a", "2024")
                .taken(1, 2)
                .finalizes("b", "2024", 2)
                .decides("b", "2024")
                .corrected(3, 2)
                .finalizes("c", "2024", 2)
                .finalizes("other", "2024", 4);
        var told = company.ok(PATH + "&under=g&period=2024");
        assertThat(texts(told.at("/sentences"), "/text"))
                .containsExactly(
                        "3 of 4 units were assessed under E-Government Development Index in 2024.",
                        "1 advanced, 1 fell back, 0 stayed, 1 have their first stage.",
                        "Advanced: Unit a.",
                        "Fell back: Unit b.",
                        "Of the moves, 1 came of answers, 1 of a corrected past, 0 of a new version of the model; 0 were"
                                + " decided otherwise than found.");
        assertThat(company.ok(PATH + "&period=2024")
                        .at("/sentences/0/figures/units")
                        .asInt())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&period=x", "&recordedAt=x", "&unit=a&under=a"})
    void what_cannot_be_asked_is_a_400(String query) {
        assertThat(Company.automatic().unit("a").get(PATH + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OPERATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void everybody_of_the_company_may_ask(Role role) {
        assertThat(Company.automatic().unit("a").get(role, PATH + "&unit=a").status())
                .isEqualTo(200);
    }
}
