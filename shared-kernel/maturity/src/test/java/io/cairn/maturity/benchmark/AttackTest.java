package io.cairn.maturity.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twelve releases of a world, and an {@link Attacker} with up to three companies on its side. */
class AttackTest {
    private static final int RELEASES = 12;
    private static final int COALITION = 3;
    private static final int COALITIONS = 60;

    private record History(Attacker attacker, List<Member> everybody) {}

    @ParameterizedTest
    @ValueSource(ints = {12, 25, 40, 70, 110, 160})
    void nobody_is_isolated_by_adding_and_subtracting_groups_and_releases(int companies) {
        var figures = 0;
        for (var seed = 0; seed < 6; seed++) {
            var history = history(companies, seed, Rules.STRICT, true);
            figures += history.attacker().figures();
            assertThat(history.attacker().linearSystems(6, new Random(seed)))
                    .as("world %s of %s", seed, companies)
                    .isEmpty();
        }
        assertThat(figures).as("there was something to attack").isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 25, 40, 70})
    void nobody_s_stage_is_found_by_a_company_or_by_three_together(int companies) {
        for (var seed = 0; seed < 4; seed++) {
            var history = history(companies, seed, Rules.STRICT, true);
            for (var coalition : coalitions(history, seed, 6))
                assertThat(history.attacker().stagesFound(coalition))
                        .as("world %s of %s, to %s", seed, companies, coalition)
                        .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 25, 40, 70, 110})
    void nobody_s_score_is_found_by_a_company_or_by_three_together(int companies) {
        for (var seed = 0; seed < 6; seed++) {
            var history = history(companies, seed, Rules.STRICT, true);
            for (var coalition : coalitions(history, seed, COALITIONS))
                assertThat(history.attacker().scoresFound(coalition))
                        .as("world %s of %s, to %s", seed, companies, coalition)
                        .isEmpty();
        }
    }

    @Test
    void without_the_rule_on_differences_groups_are_subtracted_until_few_are_left() {
        assertThat(linear(new Rules(5, 10, 0, 0.05, true), true)).isNotEmpty();
    }

    @Test
    void without_a_memory_of_earlier_releases_releases_are_subtracted_until_few_are_left() {
        assertThat(linear(Rules.STRICT, false)).isNotEmpty();
    }

    @Test
    void with_groups_of_two_the_viewer_finds_the_other_one_s_stage() {
        assertThat(stages(new Rules(1, 10, 0, 0, false))).isNotEmpty();
    }

    @Test
    void without_the_rule_on_mixtures_a_difference_of_like_companies_tells_their_stage() {
        var members = new ArrayList<Member>();
        for (var i = 0; i < 40; i++) members.add(Companies.member(i, "retail", null, null, (i % 10) / 10.0));
        for (var i = 40; i < 48; i++) members.add(Companies.member(i, null, null, null, 0.5));
        assertThat(once(members, new Rules(5, 10, 5, 0.05, false)).stagesFound(Set.of()))
                .hasSize(8);
        assertThat(once(members, Rules.STRICT).stagesFound(Set.of())).isEmpty();
    }

    @Test
    void without_the_rule_on_companies_that_are_alike_quartiles_and_ranks_tell_their_scores() {
        var near = new Companies();
        var best = new Companies();
        for (var i = 0; i < 12; i++) {
            near.scoring(0.5 + 0.0025 * i);
            best.scoring(0.96 + 0.003 * i);
        }
        var lowest = Set.of(Companies.id(0));
        var bothEnds = Set.of(Companies.id(0), Companies.id(11));
        var careless = new Rules(5, 10, 5, 0, true);
        assertThat(once(near.members(), careless).scoresFound(bothEnds)).hasSize(10);
        assertThat(once(near.members(), Rules.STRICT).scoresFound(bothEnds)).isEmpty();
        assertThat(once(best.members(), careless).scoresFound(lowest)).hasSize(11);
        assertThat(once(best.members(), Rules.STRICT).scoresFound(lowest)).isEmpty();
    }

    private static Attacker once(List<Member> members, Rules rules) {
        var attacker = new Attacker();
        attacker.sees(members, Release.of(members, World.STAGES, List.of(), rules));
        return attacker;
    }

    private static List<String> linear(Rules rules, boolean remembering) {
        var found = new ArrayList<String>();
        for (var seed = 0; seed < 6; seed++)
            found.addAll(history(40, seed, rules, remembering).attacker().linearSystems(2, new Random(seed)));
        return found;
    }

    private static Set<UUID> stages(Rules rules) {
        var found = new HashSet<UUID>();
        for (var seed = 0; seed < 10 && found.isEmpty(); seed++) {
            var history = history(30, seed, rules, true);
            for (var coalition : coalitions(history, seed, 6))
                found.addAll(history.attacker().stagesFound(coalition));
        }
        return found;
    }

    private static History history(int companies, int seed, Rules rules, boolean remembering) {
        var random = new Random(1000L * companies + seed);
        var world = new World(companies, seed % 2 == 0 ? 0.01 : 0.25, random);
        var attacker = new Attacker();
        var before = new ArrayList<Published>();
        var everybody = new ArrayList<Member>();
        for (var release = 0; release < RELEASES; release++) {
            var members = world.members();
            var cells = Release.of(members, World.STAGES, remembering ? before : List.of(), rules);
            attacker.sees(members, cells);
            before.addAll(Companies.published(members, cells));
            everybody.addAll(members);
            world.goesOn();
        }
        return new History(attacker, everybody);
    }

    /** Nobody, some single companies, pairs and triples; of the extremes above all, who know most. */
    private static List<Set<UUID>> coalitions(History history, int seed, int count) {
        var random = new Random(seed);
        var ids = history.everybody().stream()
                .sorted((one, other) -> Double.compare(
                        one.scores().getOrDefault("overall", 0.0),
                        other.scores().getOrDefault("overall", 0.0)))
                .map(Member::company)
                .distinct()
                .toList();
        var coalitions = new ArrayList<Set<UUID>>(List.of(Set.of()));
        while (coalitions.size() < count && !ids.isEmpty()) {
            var coalition = new HashSet<UUID>();
            var size = 1 + random.nextInt(COALITION);
            for (var i = 0; i < size; i++) {
                var far = random.nextInt(Math.min(ids.size(), random.nextBoolean() ? 4 : ids.size()));
                coalition.add(ids.get(random.nextBoolean() ? far : ids.size() - 1 - far));
            }
            coalitions.add(coalition);
        }
        return coalitions;
    }
}
