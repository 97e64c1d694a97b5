package io.cairn.maturity.upgrade;

import static io.cairn.maturity.upgrade.Versions.NO;
import static io.cairn.maturity.upgrade.Versions.YES;
import static io.cairn.maturity.upgrade.Versions.answers;
import static io.cairn.maturity.upgrade.Versions.choice;
import static io.cairn.maturity.upgrade.Versions.key;
import static io.cairn.maturity.upgrade.Versions.question;
import static io.cairn.maturity.upgrade.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.StageRef;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scale;
import io.cairn.maturity.ShippedModels;
import io.cairn.maturity.UpgradeRules.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpgradeTest {
    private static final Scale YES_NO = new Scale.Truth();
    private static final Scale PERCENT = new Scale.Percent();
    private static final Scale HOW_OFTEN = choice("never", 0, "monthly", 1, "weekly", 2);

    private static Upgrade between(MaturityModel... versions) {
        var known = List.of(versions);
        return Upgrade.between(
                known.getFirst(),
                known.getLast(),
                ref -> known.stream().filter(it -> it.ref().equals(ref)).findFirst());
    }

    private static Kind kind(Upgrade upgrade, String question) {
        return upgrade.questions().stream()
                .filter(it -> it.question().equals(key(question)))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private static Kind became(Upgrade upgrade, String question) {
        return upgrade.becomes().stream()
                .filter(it -> it.question().equals(key(question)))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private static Carried carried(Upgrade upgrade, String question, Map<QuestionKey, AgreedAnswer> answers) {
        return upgrade.carry(answers).stream()
                .filter(it -> it.question().equals(key(question)))
                .findFirst()
                .orElseThrow();
    }

    private static void carries(Upgrade upgrade, String question, Map<QuestionKey, AgreedAnswer> answers, Answer said) {
        assertThat(carried(upgrade, question, answers)).isEqualTo(new Carried(key(question), said, null));
    }

    private static void hinders(
            Upgrade upgrade, String question, Map<QuestionKey, AgreedAnswer> answers, Obstacle obstacle) {
        assertThat(carried(upgrade, question, answers)).isEqualTo(new Carried(key(question), null, obstacle));
    }

    @Test
    void the_shipped_pair_carries_everything() {
        var old = ShippedModels.find(ModelRef.of("egdi", "1.0.0")).orElseThrow().model();
        var now = ShippedModels.find(ModelRef.of("egdi", "2.0.0")).orElseThrow().model();
        var upgrade = Upgrade.between(old, now, ref -> Optional.empty());
        assertThat(upgrade.questions()).extracting(Mapped::kind).containsOnly(Kind.SAME);
        assertThat(upgrade.questions()).extracting(Mapped::reworded).containsOnly(false);
        assertThat(upgrade.path()).containsExactly(ModelVersion.parse("1.0.0"), ModelVersion.parse("2.0.0"));
    }

    @Test
    void without_a_word_of_the_author_keys_and_scales_tell() {
        var upgrade = between(
                version("1.0.0", question("kept", YES_NO), question("other", YES_NO), question("gone", YES_NO)),
                version("2.0.0", question("kept", YES_NO), question("other", PERCENT), question("came", YES_NO)));
        assertThat(kind(upgrade, "kept")).isEqualTo(Kind.SAME);
        assertThat(kind(upgrade, "other")).isEqualTo(Kind.CHANGED_SCALE);
        assertThat(kind(upgrade, "came")).isEqualTo(Kind.NEW);
        assertThat(became(upgrade, "gone")).isEqualTo(Kind.REMOVED);
        var old = answers("kept", YES, "other", YES, "gone", NO);
        carries(upgrade, "kept", old, YES);
        hinders(upgrade, "other", old, Obstacle.NO_COUNTERPART);
        hinders(upgrade, "came", old, Obstacle.NEW);
        hinders(upgrade, "kept", answers(), Obstacle.NOT_ANSWERED);
    }

    @Test
    void an_option_that_is_still_there_carries_over_whatever_it_is_worth_now() {
        var upgrade = between(
                version("1.0.0", question("q", HOW_OFTEN)),
                version("2.0.0", question("q", choice("never", 0, "weekly", 1, "daily", 2))));
        assertThat(kind(upgrade, "q")).isEqualTo(Kind.CHANGED_SCALE);
        carries(upgrade, "q", answers("q", "weekly"), Answer.of(AnswerValue.of("weekly")));
        hinders(upgrade, "q", answers("q", "monthly"), Obstacle.NO_COUNTERPART);
    }

    @Test
    void a_number_does_not_carry_over_to_other_ends_unless_a_line_says_how() {
        var small = new Scale.Numeric(BigDecimal.ZERO, BigDecimal.ONE, List.of());
        hinders(
                between(version("1.0.0", question("q", small)), version("2.0.0", question("q", PERCENT))),
                "q",
                answers("q", 0.65),
                Obstacle.NO_COUNTERPART);
        var said = new Origin(List.of(key("q")), Map.of("0", AnswerValue.of(0), "1", AnswerValue.of(100)));
        var upgrade = between(
                version("1.0.0", question("q", small)),
                version("2.0.0", "1.0.0", Map.of("q", said), question("q", PERCENT)));
        carries(upgrade, "q", answers("q", 0.65), Answer.of(AnswerValue.of(65)));
        assertThat(upgrade.back(answers("q", 40.0), answers()).told()).isEqualTo(answers("q", 0.4));
    }

    @Test
    void the_author_says_which_question_became_which() {
        var rules = Map.of(
                "renamed", from("a"),
                "part-1", from("b"),
                "part-2", from("b"),
                "whole", from("c", "d"),
                "e", new Origin(List.of(), Map.of()));
        var upgrade = between(
                version("1.0.0", yesNo("a"), yesNo("b"), yesNo("c"), yesNo("d"), yesNo("e")),
                version(
                        "2.0.0",
                        "1.0.0",
                        rules,
                        yesNo("renamed"),
                        yesNo("part-1"),
                        yesNo("part-2"),
                        yesNo("whole"),
                        yesNo("e")));
        assertThat(upgrade.questions())
                .extracting(Mapped::kind)
                .containsExactly(Kind.SAME, Kind.SPLIT, Kind.SPLIT, Kind.MERGED, Kind.NEW);
        assertThat(upgrade.becomes())
                .extracting(Became::kind)
                .containsExactly(Kind.SAME, Kind.SPLIT, Kind.MERGED, Kind.MERGED, Kind.REMOVED);
        var old = answers("a", YES, "b", YES, "c", YES, "d", NO, "e", YES);
        carries(upgrade, "renamed", old, YES);
        carries(upgrade, "part-1", old, YES);
        carries(upgrade, "part-2", old, YES);
        hinders(upgrade, "whole", old, Obstacle.DIFFERENT_ANSWERS);
        hinders(upgrade, "e", old, Obstacle.NEW);
    }

    @Test
    void only_answers_that_are_named_carry_over_where_any_are() {
        var said = new Origin(List.of(key("both")), Map.of("yes", AnswerValue.of(true)));
        var upgrade = between(
                version("1.0.0", yesNo("both")),
                version("2.0.0", "1.0.0", Map.of("one", said, "other", said), yesNo("one"), yesNo("other")));
        carries(upgrade, "one", answers("both", YES), YES);
        hinders(upgrade, "one", answers("both", NO), Obstacle.NO_COUNTERPART);
    }

    @Test
    void what_the_newer_version_would_not_record_does_not_carry_over() {
        var strict = question("q", YES_NO, 1, true, false);
        var upgrade = between(version("1.0.0", yesNo("q")), version("2.0.0", strict));
        hinders(upgrade, "q", answers("q", Answer.notApplicable("no shop")), Obstacle.MUST_APPLY);
        hinders(upgrade, "q", answers("q", YES), Obstacle.EVIDENCE_REQUIRED);
        carries(upgrade, "q", answers("q", NO), NO);
        var backed = new Answer(
                new Response.Given(AnswerValue.of(true)),
                null,
                List.of(new Evidence("https://wiki.example/q", null, null)),
                3);
        carries(upgrade, "q", answers("q", backed), backed);
    }

    @Test
    void a_statement_with_other_words_is_shown() {
        var upgrade = between(
                version("1.0.0", question("q", YES_NO), question("r", YES_NO)),
                version("2.0.0", Versions.reworded(question("q", YES_NO), "Other words"), question("r", YES_NO)));
        assertThat(upgrade.questions()).extracting(Mapped::reworded).containsExactly(true, false);
        assertThat(kind(upgrade, "q")).isEqualTo(Kind.SAME);
    }

    @Test
    void questions_are_followed_through_the_versions_between() {
        var first = version("1.0.0", yesNo("a"));
        var second = version("2.0.0", "1.0.0", Map.of("b", from("a")), yesNo("b"));
        var weekly = new Origin(
                List.of(key("b")), Map.of("true", AnswerValue.of("weekly"), "false", AnswerValue.of("never")));
        var third = version("3.0.0", "2.0.0", Map.of("c", weekly), question("c", HOW_OFTEN));
        var upgrade = between(first, second, third);
        assertThat(upgrade.path()).hasSize(3);
        assertThat(kind(upgrade, "c")).isEqualTo(Kind.CHANGED_SCALE);
        carries(upgrade, "c", answers("a", YES), Answer.of(AnswerValue.of("weekly")));
        assertThat(upgrade.back(answers("c", "never"), answers("a", YES)).answers())
                .isEqualTo(answers("a", NO));
        var straight = Upgrade.between(first, third, ref -> Optional.empty());
        assertThat(straight.path()).hasSize(2);
        assertThat(straight.questions()).extracting(Mapped::kind).containsExactly(Kind.NEW);
    }

    @Test
    void a_version_that_says_it_follows_itself_leads_nowhere() {
        var odd = version("2.0.0", "2.0.0", Map.of(), yesNo("a"));
        assertThat(between(version("1.0.0", yesNo("a")), odd).path()).hasSize(2);
    }

    @Test
    void what_is_not_asked_any_more_stands_as_it_was_answered() {
        var upgrade = between(version("1.0.0", yesNo("kept"), yesNo("gone")), version("2.0.0", yesNo("kept")));
        var back = upgrade.back(answers("kept", NO), answers("kept", YES, "gone", YES));
        assertThat(back.answers()).isEqualTo(answers("kept", NO, "gone", YES));
        assertThat(back.told()).isEqualTo(answers("kept", NO));
    }

    @Test
    void of_several_answers_that_may_have_been_meant_the_one_before_has_not_changed() {
        var said = new Origin(
                List.of(key("q")),
                Map.of(
                        "never", AnswerValue.of(false),
                        "monthly", AnswerValue.of(true),
                        "weekly", AnswerValue.of(true)));
        var upgrade = between(
                version("1.0.0", question("q", HOW_OFTEN)), version("2.0.0", "1.0.0", Map.of("q", said), yesNo("q")));
        assertThat(upgrade.back(answers("q", YES), answers("q", "weekly")).answers())
                .isEqualTo(answers("q", "weekly"));
        assertThat(upgrade.back(answers("q", YES), answers("q", "never")).answers())
                .isEqualTo(answers("q", "monthly"));
        assertThat(upgrade.back(answers("q", YES), answers()).answers()).isEqualTo(answers("q", "monthly"));
    }

    @Test
    void parts_answered_apart_hold_together_as_far_as_the_least() {
        var rules = Map.of("part-1", from("both"), "part-2", from("both"));
        var upgrade = between(
                version("1.0.0", yesNo("both")), version("2.0.0", "1.0.0", rules, yesNo("part-1"), yesNo("part-2")));
        var was = answers("both", YES);
        assertThat(upgrade.back(answers("part-1", YES, "part-2", NO), was).answers())
                .isEqualTo(answers("both", NO));
        assertThat(upgrade.back(answers("part-1", YES, "part-2", YES), was).answers())
                .isEqualTo(was);
        assertThat(upgrade.back(answers("part-1", NO), was).told()).isEmpty();
    }

    @Test
    void a_reviewers_points_go_back_as_the_share_they_are() {
        var upgrade = between(
                version("1.0.0", question("q", YES_NO, 4, false, true)),
                version("2.0.0", question("q", YES_NO, 2, false, true)));
        var judged = Map.of(key("q"), new AgreedAnswer(YES, new BigDecimal("0.5")));
        var back = upgrade.back(judged, answers()).answers().get(key("q"));
        assertThat(back).isNotNull();
        assertThat(back.overriddenPoints()).isEqualByComparingTo("1.0");
    }

    @Test
    void the_same_answers_score_as_before_under_the_version_of_before() {
        var first = version("1.0.0", yesNo("a"), yesNo("b"));
        var second = version("2.0.0", yesNo("a"), yesNo("b"), yesNo("c"));
        var day = LocalDate.parse("2026-12-31");
        var before = answers("a", YES, "b", YES);
        var rescored = between(first, second).rescored(answers("a", YES, "b", YES, "c", NO), before, day);
        assertThat(rescored.profile().overall().score()).isEqualTo(1.0);
        assertThat(rescored.coverage()).isEqualTo(1.0);
        var changed = between(first, second).rescored(answers("a", NO, "c", YES), before, day);
        assertThat(changed.profile().overall().score()).isEqualTo(0.5);
        assertThat(changed.coverage()).isEqualTo(0.5);
        assertThat(Results.of(first, changed.profile()).stage()).isEqualTo(new StageRef(3, "high"));
    }

    private static Question yesNo(String key) {
        return question(key, YES_NO);
    }

    private static Origin from(String... keys) {
        return new Origin(List.of(keys).stream().map(QuestionKey::new).toList(), Map.of());
    }
}
