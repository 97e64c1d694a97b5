package io.cairn.maturity.benchmark;

import io.cairn.language.TenantSettings.CompanyProfile;
import io.cairn.maturity.benchmark.StageBand.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Made-up companies, and what was published of them. */
final class Companies {
    static final Range STAGES = new Range(1, 5);

    private final List<Member> members = new ArrayList<>();

    static UUID id(int number) {
        return new UUID(7, number);
    }

    static Member member(
            int number, @Nullable String industry, @Nullable String size, @Nullable String region, double score) {
        return new Member(
                id(number), new CompanyProfile(industry, size, region), new TreeMap<>(Map.of("overall", score)), (int)
                        Math.min(5, 1 + Math.floor(score * 5)));
    }

    /** So many more, their scores spread over the scale. */
    Companies and(int count, @Nullable String industry, @Nullable String size, @Nullable String region) {
        for (var i = 0; i < count; i++)
            members.add(member(members.size(), industry, size, region, (members.size() * 37 % 100) / 100.0));
        return this;
    }

    Companies and(int count, String industry) {
        return and(count, industry, null, null);
    }

    Companies scoring(double... scores) {
        for (var score : scores) members.add(member(members.size(), null, null, null, score));
        return this;
    }

    List<Member> members() {
        return members;
    }

    static Map<String, Cell> byGroup(List<Cell> cells) {
        return cells.stream().collect(Collectors.toMap(it -> it.group().toString(), it -> it));
    }

    static Map<String, Cell> release(List<Member> members) {
        return byGroup(Release.of(members, STAGES, List.of()));
    }

    /** What the next release has to know of this one. */
    static List<Published> published(List<Member> members, List<Cell> cells) {
        var published = new ArrayList<Published>();
        for (var cell : cells) {
            if (!cell.isPublished()) continue;
            var in = new HashSet<Counted>();
            for (var member : members)
                if (PeerGroup.of(member.profile()).contains(cell.group())) in.add(member.counted());
            published.add(new Published(cell.group(), in, cell.stages().withheld() == null));
        }
        return published;
    }
}
