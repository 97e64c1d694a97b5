package io.cairn.maturity.benchmark;

import io.cairn.maturity.benchmark.Cell.Stages;
import io.cairn.maturity.benchmark.StageBand.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told of some companies, by peer group. Groups are looked at in a fixed order: everybody first, then by one, then by
 * two, of each the larger ones first; each is published unless that breaks a rule given those before it and all that was
 * published in earlier releases. So of a group and what is left of it beside its parts the larger is told.
 */
public final class Release {
    private static final Comparator<Map.Entry<PeerGroup, List<Member>>> ORDER =
            Comparator.<Map.Entry<PeerGroup, List<Member>>>comparingInt(
                            it -> it.getKey().level())
                    .thenComparing(it -> -it.getValue().size())
                    .thenComparing(Map.Entry::getKey);

    private static final Comparator<Counted> IN_ORDER =
            Comparator.comparing(Counted::company).thenComparing(Counted::value);

    private final Rules rules;
    private final Range stages;
    private final Mixture mixture;

    private Release(Rules rules, Range stages, List<Published> before) {
        this.rules = rules;
        this.stages = stages;
        this.mixture = new Mixture(before);
    }

    /**
     * @param stages that a company can be at
     * @param before all groups that were published of the same version of the model, ever
     * @return one for each group in which there is a company
     */
    public static List<Cell> of(List<Member> members, Range stages, List<Published> before) {
        return of(members, stages, before, Rules.STRICT);
    }

    static List<Cell> of(List<Member> members, Range stages, List<Published> before, Rules rules) {
        return new Release(rules, stages, before).cells(members, before);
    }

    private List<Cell> cells(List<Member> members, List<Published> before) {
        var groups = groups(members);
        // how many there are is told of companies, scores and stages are told of their values
        var byCompany = new Isolation<UUID>(
                it -> it,
                rules.few(),
                before.stream().map(it -> companies(it.members())).toList(),
                groups.values().stream().map(Release::companiesOf).toList());
        var byValue = new Isolation<Counted>(
                Counted::company,
                rules.few(),
                before.stream().map(it -> inOrder(it.members())).toList(),
                groups.values().stream().map(Release::counted).toList());
        var cells = new ArrayList<Cell>();
        for (var group : groups.entrySet().stream().sorted(ORDER).toList()) {
            var in = group.getValue();
            if (in.size() < rules.fewest()) {
                cells.add(withheld(group.getKey(), Rule.TOO_FEW));
            } else if (byCompany.wouldTell(companiesOf(in)) || byValue.wouldTell(counted(in))) {
                cells.add(withheld(group.getKey(), Rule.ISOLATES_FEW));
            } else {
                byCompany.publish(companiesOf(in));
                byValue.publish(counted(in));
                cells.add(published(group.getKey(), in));
            }
        }
        return cells;
    }

    private static SortedMap<PeerGroup, List<Member>> groups(List<Member> members) {
        var groups = new TreeMap<PeerGroup, List<Member>>();
        for (var member : members)
            for (var group : PeerGroup.of(member.profile()))
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(member);
        return groups;
    }

    private static Cell withheld(PeerGroup group, Rule rule) {
        return new Cell(group, rule, 0, new TreeMap<>(), new Stages(List.of(), rule), Map.of());
    }

    private Cell published(PeerGroup group, List<Member> members) {
        var scores = new Scores(rules, members);
        return new Cell(group, null, members.size(), scores.shown(), stages(members), scores.percentiles());
    }

    private Stages stages(List<Member> members) {
        var at = new ArrayList<@Nullable Integer>();
        for (var member : members) at.add(member.stage());
        var bands = StageBand.of(at, stages, rules.fewest());
        if (bands.isEmpty()) return new Stages(bands, Rule.TOO_ALIKE);
        var counted = counted(members);
        if (rules.mixed() && mixture.wouldTell(counted)) return new Stages(List.of(), Rule.ISOLATES_FEW);
        mixture.show(counted);
        return new Stages(bands, null);
    }

    private static List<Counted> counted(List<Member> members) {
        return members.stream().map(Member::counted).toList();
    }

    private static List<UUID> companiesOf(List<Member> members) {
        return members.stream().map(Member::company).toList();
    }

    private static List<UUID> companies(Set<Counted> members) {
        return inOrder(members).stream().map(Counted::company).toList();
    }

    /** Always the same one, since what is found may depend on it, and the same data shall always give the same release. */
    private static List<Counted> inOrder(Set<Counted> members) {
        return members.stream().sorted(IN_ORDER).toList();
    }
}
