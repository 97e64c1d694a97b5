package io.cairn.maturity.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.TenantSettings.CompanyProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exactly those groups are withheld that the rules, tried one by one on sets of companies, withhold. */
class WithheldCellsTest {
    @Test
    void of_ten_thousand_companies() {
        var random = new Random(10_000);
        var members = new ArrayList<Member>();
        for (var i = 0; i < 10_000; i++) {
            var profile = new CompanyProfile(
                    skewed("industry", 14, random), skewed("size", 5, random), skewed("region", 8, random));
            members.add(member(i, profile, random.nextDouble()));
        }
        var cells = Release.of(members, World.STAGES, List.of());
        var rules = cells.stream().map(it -> String.valueOf(it.withheld())).toList();
        assertThat(rules).contains("null", "TOO_FEW", "ISOLATES_FEW");
        assertExactly(members, cells, List.of());
    }

    @Test
    void of_small_worlds_release_after_release() {
        for (var seed = 0; seed < 8; seed++) {
            var world = new World(30, 0.1, new Random(seed));
            var before = new ArrayList<Published>();
            for (var release = 0; release < 3; release++) {
                var members = world.members();
                var cells = Release.of(members, World.STAGES, before);
                assertExactly(members, cells, before);
                before.addAll(Companies.published(members, cells));
                world.goesOn();
            }
        }
    }

    /** What is published is safe, all of it together; and each group that is withheld would not be beside those before it. */
    private static void assertExactly(List<Member> members, List<Cell> cells, List<Published> before) {
        var groups = groups(members);
        assertThat(cells).hasSize(groups.size());
        var rules = new HashMap<String, Rule>();
        for (var cell : cells) rules.put(cell.group().toString(), cell.withheld());
        var companies = new ArrayList<Set<UUID>>();
        var values = new ArrayList<Set<Counted>>();
        for (var it : before) {
            values.add(it.members());
            companies.add(companies(it.members()));
        }
        for (var group : groups.entrySet()) {
            var rule = rules.get(group.getKey());
            var counted = new HashSet<Counted>();
            for (var member : group.getValue()) counted.add(member.counted());
            if (group.getValue().size() < 6) {
                assertThat(rule).as(group.getKey()).isEqualTo(Rule.TOO_FEW);
                continue;
            }
            companies.add(companies(counted));
            values.add(counted);
            if (rule == null) continue;
            assertThat(rule).as(group.getKey()).isEqualTo(Rule.ISOLATES_FEW);
            assertThat(BruteForce.tells(companies, it -> it) || BruteForce.tells(values, Counted::company))
                    .as("%s would tell of few", group.getKey())
                    .isTrue();
            companies.removeLast();
            values.removeLast();
        }
        assertThat(BruteForce.tells(companies, it -> it)).isFalse();
        assertThat(BruteForce.tells(values, Counted::company)).isFalse();
    }

    private static Set<UUID> companies(Set<Counted> counted) {
        var companies = new HashSet<UUID>();
        for (var it : counted) companies.add(it.company());
        return companies;
    }

    /** In the order in which they are decided on. */
    private static Map<String, List<Member>> groups(List<Member> members) {
        var groups = new TreeMap<String, List<Member>>();
        for (var member : members) {
            var industry = "industry:" + member.profile().industry();
            var size = "size:" + member.profile().size();
            var region = "region:" + member.profile().region();
            for (var key : List.of("all", industry, size, region, industry + "," + size, industry + "," + region))
                if (!key.contains("null"))
                    groups.computeIfAbsent(key, it -> new ArrayList<>()).add(member);
        }
        var ordered = new LinkedHashMap<String, List<Member>>();
        groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Member>> it) ->
                                it.getKey().equals("all") ? 0 : it.getKey().contains(",") ? 2 : 1)
                        .thenComparing(it -> -it.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(it -> ordered.put(it.getKey(), it.getValue()));
        return ordered;
    }

    /** Each word is half as frequent as the one before, some companies say nothing. */
    private static @Nullable String skewed(String word, int words, Random random) {
        if (random.nextInt(50) == 0) return null;
        var at = 0;
        while (at < words - 1 && random.nextInt(9) < 4) at++;
        return word + at;
    }

    private static Member member(int number, CompanyProfile profile, double score) {
        return new Member(
                Companies.id(number), profile, new TreeMap<>(Map.of("overall", score)), 1 + (int) (score * 4.99));
    }
}
