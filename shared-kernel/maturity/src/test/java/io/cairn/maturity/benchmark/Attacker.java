package io.cairn.maturity.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Somebody who collects every figure of every group of every release, together with a few companies that tell what they know
 * of themselves; and who knows more than anybody should: who takes part when, what every company is compared by, and whose
 * results have changed. What is looked for is one company's part in a count, its stage, or its score.
 *
 * <p>It shares no code with what it attacks but the figures.
 */
final class Attacker {
    /** A score is found out where it is known this closely, on a scale from 0 to 1. */
    static final double CLOSE = 0.05;

    private static final double ROUNDING = 0.005 + 1e-9;

    /** A published group with who was in it. */
    private record Seen(int release, Cell cell, List<Member> members) {
        Set<Counted> counted() {
            return members.stream().map(Member::counted).collect(Collectors.toCollection(HashSet::new));
        }
    }

    private final List<Seen> seen = new ArrayList<>();
    private int releases;

    void sees(List<Member> members, List<Cell> cells) {
        for (var cell : cells) {
            if (cell.withheld() != null) continue;
            var in = members.stream().filter(it -> isIn(it, cell.group())).toList();
            seen.add(new Seen(releases, cell, in));
        }
        releases++;
    }

    private static boolean isIn(Member member, PeerGroup group) {
        var profile = member.profile();
        return (group.industry() == null || group.industry().equals(profile.industry()))
                && (group.size() == null || group.size().equals(profile.size()))
                && (group.region() == null || group.region().equals(profile.region()));
    }

    int figures() {
        return seen.size();
    }

    // -- how many there are of whom: adding and subtracting groups until few are left

    /** What can be computed about one to four companies, by their membership and by their values; empty if nothing. */
    List<String> linearSystems(int attempts, Random random) {
        var found = new ArrayList<String>();
        found.addAll(differences("companies", Member::company));
        found.addAll(differences("values", Member::counted));
        found.addAll(eliminations("companies", attempts, random, Member::company));
        found.addAll(eliminations("values", attempts, random, Member::counted));
        return found;
    }

    private <T> List<String> differences(String what, Function<Member, T> key) {
        var found = new ArrayList<String>();
        var sets = seen.stream()
                .map(it -> it.members().stream().map(key).collect(Collectors.toCollection(HashSet::new)))
                .toList();
        for (var i = 0; i < sets.size(); i++)
            for (var j = 0; j < i; j++) {
                if (Math.abs(sets.get(i).size() - sets.get(j).size()) > 4) continue;
                var difference = new HashSet<>(sets.get(i));
                difference.removeAll(sets.get(j));
                var other = new HashSet<>(sets.get(j));
                other.removeAll(sets.get(i));
                difference.addAll(other);
                if (isFew(difference)) found.add(what + ": " + name(i) + " less " + name(j));
            }
        return found;
    }

    private String name(int i) {
        return seen.get(i).cell().group() + "@" + seen.get(i).release();
    }

    private static boolean isFew(Collection<?> columns) {
        var companies = columns.stream()
                .map(it -> it instanceof Counted counted ? counted.company() : it)
                .distinct()
                .count();
        return companies >= 1 && companies <= 4;
    }

    /** Gauss's elimination in many orders; a row that is left with few companies in it is a system solved for them. */
    private <T> List<String> eliminations(String what, int attempts, Random random, Function<Member, T> key) {
        var signature = new LinkedHashMap<T, List<Integer>>();
        for (var i = 0; i < seen.size(); i++)
            for (var member : seen.get(i).members())
                signature
                        .computeIfAbsent(key.apply(member), it -> new ArrayList<>())
                        .add(i);
        var classes = new LinkedHashMap<List<Integer>, List<T>>();
        signature.forEach((column, groups) ->
                classes.computeIfAbsent(groups, it -> new ArrayList<>()).add(column));
        var columns = new ArrayList<>(classes.entrySet());
        var found = new ArrayList<String>();
        for (var attempt = 0; attempt < attempts; attempt++) {
            Collections.shuffle(columns, random);
            // half of the time the large classes first, which leaves combinations of the small ones
            if (attempt % 2 == 0)
                columns.sort(
                        (one, other) -> other.getValue().size() - one.getValue().size());
            for (var row : reduced(columns)) {
                var left = new ArrayList<Object>();
                for (var it = 0; it < row.length && left.size() < 60; it++)
                    if (Math.abs(row[it]) > 1e-6) left.addAll(columns.get(it).getValue());
                if (isFew(left)) found.add(what + ": elimination leaves " + left.size());
            }
        }
        return found;
    }

    private <T> List<double[]> reduced(List<Map.Entry<List<Integer>, List<T>>> columns) {
        var matrix = new double[seen.size()][columns.size()];
        for (var it = 0; it < columns.size(); it++)
            for (var group : columns.get(it).getKey()) matrix[group][it] = 1;
        var rank = 0;
        for (var column = 0; column < columns.size() && rank < matrix.length; column++) {
            var pivot = rank;
            for (var row = rank; row < matrix.length; row++)
                if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) pivot = row;
            if (Math.abs(matrix[pivot][column]) < 1e-6) continue;
            var swap = matrix[pivot];
            matrix[pivot] = matrix[rank];
            matrix[rank] = swap;
            var by = matrix[rank][column];
            for (var it = 0; it < columns.size(); it++) matrix[rank][it] /= by;
            for (var row = 0; row < matrix.length; row++) {
                var times = matrix[row][column];
                if (row == rank || Math.abs(times) < 1e-9) continue;
                for (var it = 0; it < columns.size(); it++) matrix[row][it] -= times * matrix[rank][it];
            }
            rank++;
        }
        return List.of(matrix).subList(0, rank);
    }

    // -- at which stage: counts of bands, and what is left of them beside the own ones, until a single stage is
    // possible

    /** Companies outside the coalition whose stage is certain. */
    Set<UUID> stagesFound(Set<UUID> coalition) {
        var possible = new HashMap<Counted, Set<Integer>>();
        for (var it : seen)
            for (var member : it.members())
                possible.computeIfAbsent(
                        member.counted(),
                        counted -> coalition.contains(counted.company())
                                ? new HashSet<>(List.of(stage(member)))
                                : new HashSet<>(List.of(1, 2, 3, 4, 5)));
        var counts = counts();
        for (var changed = true; changed; ) {
            changed = false;
            for (var count : counts) changed |= count.narrow(possible);
        }
        var found = new HashSet<UUID>();
        possible.forEach((counted, stages) -> {
            if (stages.size() == 1 && !coalition.contains(counted.company())) found.add(counted.company());
        });
        return found;
    }

    private static int stage(Member member) {
        return Objects.requireNonNull(member.stage());
    }

    /** {@code companies} of {@code in} less those of {@code out} are at the stages. */
    private record Count(Set<Counted> in, Set<Counted> out, Set<Integer> stages, int companies) {
        boolean narrow(Map<Counted, Set<Integer>> possible) {
            // the most there can be of it: all of in that may be, none of out but those that must be
            var most = count(in, possible, false) - count(out, possible, true);
            var least = count(in, possible, true) - count(out, possible, false);
            var changed = false;
            if (most == companies) {
                for (var it : in)
                    changed |= may(it, possible) && possible.get(it).retainAll(stages);
                for (var it : out)
                    changed |= !must(it, possible) && possible.get(it).removeAll(stages);
            }
            if (least == companies) {
                for (var it : in)
                    changed |= !must(it, possible) && possible.get(it).removeAll(stages);
                for (var it : out)
                    changed |= may(it, possible) && possible.get(it).retainAll(stages);
            }
            return changed;
        }

        private int count(Set<Counted> of, Map<Counted, Set<Integer>> possible, boolean certainly) {
            return (int) of.stream()
                    .filter(it -> certainly ? must(it, possible) : may(it, possible))
                    .count();
        }

        private boolean may(Counted it, Map<Counted, Set<Integer>> possible) {
            return possible.get(it).stream().anyMatch(stages::contains);
        }

        private boolean must(Counted it, Map<Counted, Set<Integer>> possible) {
            return stages.containsAll(possible.get(it));
        }
    }

    private List<Count> counts() {
        var counts = new ArrayList<Count>();
        var shown = seen.stream()
                .filter(it -> it.cell().stages().withheld() == null)
                .toList();
        for (var it : shown)
            for (var band : it.cell().stages().bands())
                counts.add(new Count(it.counted(), Set.of(), stages(band), band.companies()));
        for (var one : shown)
            for (var other : shown) {
                if (one == other) continue;
                var in = one.counted();
                var out = other.counted();
                if (Collections.disjoint(in, out)) continue;
                var common = new HashSet<>(in);
                common.retainAll(out);
                in.removeAll(common);
                out.removeAll(common);
                if (in.size() + out.size() > 40) continue;
                for (var cut = 1; cut < 5; cut++) {
                    var below = upTo(one.cell(), cut);
                    var belowOther = upTo(other.cell(), cut);
                    if (below < 0 || belowOther < 0) continue;
                    var stages = new HashSet<Integer>();
                    for (var stage = 1; stage <= cut; stage++) stages.add(stage);
                    counts.add(new Count(in, out, stages, below - belowOther));
                }
            }
        return counts;
    }

    private static Set<Integer> stages(StageBand band) {
        var stages = new HashSet<Integer>();
        for (int stage = Objects.requireNonNull(band.from()); stage <= Objects.requireNonNull(band.to()); stage++)
            stages.add(stage);
        return stages;
    }

    /** How many are at that stage or below, −1 where the bands do not tell. */
    private static int upTo(Cell cell, int stage) {
        var companies = 0;
        for (var band : cell.stages().bands()) {
            companies += band.companies();
            if (Objects.requireNonNull(band.to()) == stage) return companies;
        }
        return -1;
    }

    // -- with which score: quartiles and ranks, and where the own scores are between them

    /** Companies outside the coalition whose overall score is known within {@link #CLOSE}. */
    Set<UUID> scoresFound(Set<UUID> coalition) {
        var low = new HashMap<Counted, Double>();
        var high = new HashMap<Counted, Double>();
        for (var it : seen) {
            var own = it.members().stream()
                    .filter(member -> coalition.contains(member.company()))
                    .toList();
            var hull = hull(it, own);
            for (var member : it.members()) {
                if (coalition.contains(member.company())) continue;
                low.merge(member.counted(), hull[0], Math::max);
                high.merge(member.counted(), hull[1], Math::min);
            }
        }
        var found = new HashSet<UUID>();
        low.forEach((counted, least) -> {
            if (Objects.requireNonNull(high.get(counted)) - least < CLOSE) found.add(counted.company());
        });
        return found;
    }

    /** Between what and what all others must be. */
    private static double[] hull(Seen it, List<Member> own) {
        var hull = new double[] {0, 1};
        var score = it.cell().scores().get("overall");
        var quartiles = score == null ? null : score.quartiles();
        if (quartiles == null) return hull;
        var n = it.members().size();
        var shares = new double[] {0.25, 0.5, 0.75};
        var values = new double[] {quartiles.lower(), quartiles.median(), quartiles.upper()};
        for (var i = 0; i < 3; i++) {
            var h = (n - 1) * shares[i];
            var below = (int) Math.floor(h);
            var above = (int) Math.ceil(h);
            var least = values[i] - ROUNDING;
            var most = values[i] + ROUNDING;
            // at most `above` of n are below it, at most n − 1 − below are above it
            if (own.stream().filter(member -> overall(member) < least).count() >= above)
                hull[0] = Math.max(hull[0], least);
            if (own.stream().filter(member -> overall(member) > most).count() >= n - 1 - below)
                hull[1] = Math.min(hull[1], most);
        }
        for (var member : own) {
            var ranks = it.cell().percentiles().get(member.company());
            if (ranks == null || ranks.get("overall") == null) continue;
            var lower = Objects.requireNonNull(ranks.get("overall")) / 100 * (n - 1);
            var ownLower = own.stream()
                    .filter(other -> other != member)
                    .mapToDouble(
                            other -> overall(other) < overall(member) ? 1 : overall(other) == overall(member) ? 0.5 : 0)
                    .sum();
            if (Math.abs(lower - ownLower) < 1e-6) hull[0] = Math.max(hull[0], overall(member));
            if (Math.abs(lower - ownLower - (n - own.size())) < 1e-6) hull[1] = Math.min(hull[1], overall(member));
        }
        return hull;
    }

    private static double overall(Member member) {
        return Objects.requireNonNull(member.scores().get("overall"));
    }
}
