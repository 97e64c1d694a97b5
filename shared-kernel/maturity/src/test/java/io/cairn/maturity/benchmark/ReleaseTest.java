package io.cairn.maturity.benchmark;

import static io.cairn.maturity.benchmark.Companies.byGroup;
import static io.cairn.maturity.benchmark.Companies.member;
import static io.cairn.maturity.benchmark.Companies.published;
import static io.cairn.maturity.benchmark.Companies.release;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    @Test
    void five_companies_besides_the_viewer_are_enough_and_four_are_not() {
        assertThat(rule(release(new Companies().and(6, "retail").members()), "all"))
                .isNull();
        assertThat(rule(release(new Companies().and(5, "retail").members()), "all"))
                .isEqualTo(Rule.TOO_FEW);
    }

    @Test
    void a_percentile_needs_ten_besides_oneself() {
        assertThat(release(new Companies().and(10, "retail").members())
                        .get("all")
                        .percentiles())
                .isEmpty();
        assertThat(release(new Companies().and(11, "retail").members())
                        .get("all")
                        .percentiles())
                .hasSize(11);
    }

    @Test
    void a_group_is_withheld_whose_complement_in_a_published_one_is_of_one_to_four() {
        for (var rest = 0; rest <= 6; rest++) {
            var cells = release(
                    new Companies().and(12, "retail").and(rest, "energy").members());
            assertThat(rule(cells, "all")).isNull();
            assertThat(rule(cells, "industry:retail"))
                    .as("%s besides", rest)
                    .isEqualTo(rest >= 1 && rest <= 4 ? Rule.ISOLATES_FEW : null);
        }
    }

    @Test
    void companies_whose_profile_says_nothing_are_a_complement_too() {
        var cells = release(
                new Companies().and(12, "retail").and(3, null, null, null).members());
        assertThat(rule(cells, "industry:retail")).isEqualTo(Rule.ISOLATES_FEW);
    }

    @Test
    void of_groups_that_leave_few_beside_them_the_smallest_is_withheld() {
        var cells = release(new Companies()
                .and(20, "retail")
                .and(9, "banking")
                .and(8, "energy")
                .and(3, "arms")
                .members());
        assertThat(rule(cells, "industry:retail")).isNull();
        assertThat(rule(cells, "industry:banking")).isNull();
        assertThat(rule(cells, "industry:energy")).isEqualTo(Rule.ISOLATES_FEW);
        assertThat(rule(cells, "industry:arms")).isEqualTo(Rule.TOO_FEW);
    }

    @Test
    void a_few_that_only_rows_and_columns_together_would_tell_are_protected() {
        // of retail by size: 8 large, 2 middle and 9 small; of energy: 0 large, 6 middle and 9 small.
        // industry:retail − large − its small ones leaves its two middle ones
        var cells = release(new Companies()
                .and(8, "retail", "large", null)
                .and(2, "retail", "middle", null)
                .and(9, "retail", "small", null)
                .and(6, "energy", "middle", null)
                .and(9, "energy", "small", null)
                .members());
        assertThat(rule(cells, "size:large")).isNull();
        assertThat(rule(cells, "industry:retail,size:middle")).isEqualTo(Rule.TOO_FEW);
        assertThat(List.of(
                        rule(cells, "industry:retail,size:large") == null,
                        rule(cells, "industry:retail,size:small") == null))
                .as("size:large is retail,size:large, so the small ones must not be told")
                .containsExactly(true, false);
        assertThat(rule(cells, "industry:energy,size:small")).isEqualTo(Rule.ISOLATES_FEW);
    }

    @Test
    void a_group_is_published_again_when_nobody_or_five_have_come() {
        for (var more = 0; more <= 6; more++) {
            var first = new Companies().and(9, "retail").members();
            var second = new Companies().and(9 + more, "retail").members();
            var cells = next(first, second);
            assertThat(rule(cells, "all"))
                    .as("%s more", more)
                    .isEqualTo(more >= 1 && more <= 4 ? Rule.ISOLATES_FEW : null);
        }
    }

    @Test
    void those_who_left_count_as_well_as_those_who_came() {
        var first = new Companies().and(12, "retail").members();
        var second = new Companies().and(14, "retail").members();
        assertThat(rule(next(first, second.subList(2, 14)), "all")).isEqualTo(Rule.ISOLATES_FEW);
        assertThat(rule(next(first, second.subList(3, 14)), "all")).isNull();
    }

    @Test
    void those_who_left_and_came_are_counted_though_all_others_were_assessed_anew() {
        var first = new Companies().and(12, "retail").members();
        var second = new ArrayList<Member>();
        for (var i = 0; i < 13; i++) second.add(member(i, "retail", null, null, (i * 31 % 97) / 97.0));
        assertThat(rule(next(first, second), "all")).isEqualTo(Rule.ISOLATES_FEW);
        assertThat(rule(next(first, second.subList(0, 12)), "all")).isNull();
    }

    @Test
    void a_few_who_alone_have_new_values_are_protected_like_a_few_who_came() {
        var first = new Companies().and(12, "retail").members();
        var second = new ArrayList<>(first);
        for (var i = 0; i < 4; i++) {
            second.set(i, member(i, "retail", null, null, 0.77 - i * 0.07));
            assertThat(rule(next(first, second), "all")).isEqualTo(Rule.ISOLATES_FEW);
        }
        second.set(4, member(4, "retail", null, null, 0.41));
        assertThat(rule(next(first, second), "all")).isNull();
    }

    @Test
    void an_earlier_release_of_another_group_is_remembered_too() {
        // then: 20, of which 18 in retail, which was withheld for the two others
        var first = new Companies().and(18, "retail").and(2, "energy").members();
        // now six more in energy: retail by itself could be told, but not beside what was told of all
        var second = new ArrayList<>(first);
        for (var i = 20; i < 26; i++) second.add(member(i, "energy", null, null, i / 30.0));
        assertThat(rule(release(second), "industry:retail")).isNull();
        var cells = next(first, second);
        assertThat(rule(cells, "all")).isNull();
        assertThat(rule(cells, "industry:retail")).isEqualTo(Rule.ISOLATES_FEW);
    }

    @Test
    void the_change_of_a_part_that_is_not_told_is_not_what_is_left_of_a_change() {
        var first = new Companies().and(20, "retail").and(9, "energy").members();
        var second = new ArrayList<>(first);
        for (var i = 0; i < 11; i++) second.set(i, member(i, "retail", null, null, (i * 17 % 50) / 50.0 + 0.001));
        second.set(25, member(25, "energy", null, null, 0.999));
        var cells = next(first, second);
        assertThat(rule(cells, "all")).isNull();
        assertThat(rule(cells, "industry:retail")).isEqualTo(Rule.ISOLATES_FEW);
        assertThat(rule(cells, "industry:energy")).isEqualTo(Rule.ISOLATES_FEW);
    }

    @Test
    void quartiles_are_not_told_of_companies_that_are_all_alike() {
        var same = release(
                new Companies().scoring(0.5, 0.5, 0.5, 0.51, 0.51, 0.51, 0.9).members());
        assertThat(same.get("all").scores().get("overall").withheld()).isEqualTo(Rule.TOO_ALIKE);
        var best = release(
                new Companies().scoring(0.1, 0.96, 0.97, 1, 1, 1, 1, 1, 1).members());
        assertThat(best.get("all").scores().get("overall").withheld()).isEqualTo(Rule.TOO_ALIKE);
        var mixed = release(new Companies().scoring(0.1, 0.3, 0.3, 0.6, 0.7, 1).members());
        assertThat(mixed.get("all").scores().get("overall").quartiles()).isEqualTo(new Quartiles(0.3, 0.45, 0.68));
    }

    @Test
    void stages_are_not_told_where_what_is_left_beside_a_group_is_all_at_one() {
        var members = new ArrayList<Member>();
        for (var i = 0; i < 40; i++) members.add(member(i, "retail", null, null, (i % 10) / 10.0));
        for (var i = 40; i < 48; i++) members.add(member(i, null, null, null, 0.5));
        var cells = release(members);
        assertThat(cells.get("all").stages().withheld()).isNull();
        assertThat(rule(cells, "industry:retail")).isNull();
        assertThat(cells.get("industry:retail").stages().withheld()).isEqualTo(Rule.ISOLATES_FEW);
    }

    @Test
    void a_score_that_few_companies_lack_is_not_told() {
        var members = new ArrayList<>(new Companies().and(12, "retail").members());
        var one = members.getFirst();
        var more = new java.util.TreeMap<>(one.scores());
        more.put("people", 0.5);
        for (var i = 0; i < 10; i++) {
            var member = members.get(i);
            var scores = new java.util.TreeMap<>(member.scores());
            scores.put("people", i / 10.0);
            members.set(i, new Member(member.company(), member.profile(), scores, member.stage()));
        }
        assertThat(release(members).get("all").scores().get("people").withheld())
                .isEqualTo(Rule.ISOLATES_FEW);
        assertThat(release(members.subList(0, 10))
                        .get("all")
                        .scores()
                        .get("people")
                        .withheld())
                .isNull();
    }

    private static Map<String, Cell> next(List<Member> first, List<Member> second) {
        var before = published(first, Release.of(first, Companies.STAGES, List.of()));
        return byGroup(Release.of(second, Companies.STAGES, before));
    }

    private static @Nullable Rule rule(Map<String, Cell> cells, String group) {
        return cells.get(group).withheld();
    }
}
